package org.driftscope.evaluation;

import org.driftscope.data.ImageSource;

/**
 * How a set of images is cut into batches; the same for any number of threads, so that results are too.
 *
 * @param images images in all
 * @param size images a batch; the last one may hold fewer
 */
record BatchPlan(int images, int size) {
    /** Pixels of one channel in a batch: 50 images of 32 x 32, 1 of 224 x 224; keeps a batch short enough to cancel. */
    private static final int PIXELS = 50 * 32 * 32;

    private static final int LARGEST = 50;

    /** @param fixed the only batch size that the network takes; 0 if it takes any */
    static BatchPlan of(ImageSource images, int fixed) {
        int fitting = PIXELS / (images.height() * images.width());
        return new BatchPlan(images.count(), fixed > 0 ? fixed : Math.max(1, Math.min(LARGEST, fitting)));
    }

    int batches() {
        return (images + size - 1) / size;
    }

    int first(int batch) {
        return batch * size;
    }

    int length(int batch) {
        return Math.min(size, images - first(batch));
    }
}
