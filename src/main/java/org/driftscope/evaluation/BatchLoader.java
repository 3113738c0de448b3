package org.driftscope.evaluation;

import org.bytedeco.javacpp.FloatPointer;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reads images and turns them into a network's input, one batch at a time. Thread-safe. */
final class BatchLoader {
    private final ImageSource images;
    private final Preprocessing preprocessing;
    private final int pixels;
    /** One image at a time, kept by each worker. */
    private final ThreadLocal<float[]> scratch;

    BatchLoader(ImageSource images, Preprocessing preprocessing) {
        this.images = images;
        this.preprocessing = preprocessing;
        this.pixels = images.channels() * images.height() * images.width();
        this.scratch = ThreadLocal.withInitial(() -> new float[pixels]);
    }

    /**
     * One batch, preprocessed.
     *
     * @param rows images in the array, at least the batch's length; those beyond it repeat images from the first on
     * @return new array [rows, channels, height, width]; the caller closes it
     */
    INDArray load(BatchPlan plan, int batch, int rows) {
        INDArray input = Nd4j.create(DataType.FLOAT, rows, images.channels(), images.height(), images.width());
        FloatPointer target = new FloatPointer(input.data().pointer());
        float[] image = scratch.get();
        for (int i = 0; i < rows; i++) {
            images.read((plan.first(batch) + i) % plan.images(), image, 0);
            preprocessing.applyInPlace(image, 0, images.channels(), pixels / images.channels());
            target.position((long) i * pixels).put(image);
        }
        return input;
    }
}
