package org.driftscope.training.pass;

import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.support.RandomSource;

/** Batches of an image set, in a fresh random order each time round; what does not fill a batch waits for the next. */
public final class ImageBatches implements BatchSource {
    private final ImageSource images;
    private final Preprocessing preprocessing;
    private final int size;
    private final RandomSource random;

    /** @param size images a batch; a smaller set gives all its images each time */
    public ImageBatches(ImageSource images, Preprocessing preprocessing, int size, RandomSource random) {
        this.images = images;
        this.preprocessing = preprocessing;
        this.size = Math.min(size, images.count());
        this.random = random;
    }

    @Override
    public LabelledBatch batch(int step) {
        return batch(step, 0, size);
    }

    /** Images a batch. */
    public int size() {
        return size;
    }

    /** Some images of a batch. @param to not included */
    public LabelledBatch batch(int step, int from, int to) {
        int perRound = images.count() / size;
        int[] order = random.child(step / perRound).sample(images.count(), images.count());
        int first = step % perRound * size + from;
        int count = to - from;
        int plane = images.height() * images.width();
        int pixels = images.channels() * plane;
        float[] values = new float[count * pixels];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            images.read(order[first + i], values, i * pixels);
            preprocessing.applyInPlace(values, i * pixels, images.channels(), plane);
            labels[i] = images.label(order[first + i]);
        }
        return new LabelledBatch(values, new long[] {images.channels(), images.height(), images.width()}, labels);
    }
}
