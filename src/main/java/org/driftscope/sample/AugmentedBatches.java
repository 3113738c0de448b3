package org.driftscope.sample;

import org.apache.commons.rng.UniformRandomProvider;
import org.driftscope.support.RandomSource;
import org.driftscope.training.pass.BatchSource;
import org.driftscope.training.pass.LabelledBatch;

/**
 * Batches whose images are mirrored and shifted at random, differently at each step; what a shift uncovers is 0, the
 * mean of preprocessed images.
 */
final class AugmentedBatches implements BatchSource {
    private static final int MOST_SHIFT = 2;

    private final BatchSource batches;
    private final RandomSource random;

    AugmentedBatches(BatchSource batches, RandomSource random) {
        this.batches = batches;
        this.random = random;
    }

    @Override
    public LabelledBatch batch(int step) {
        LabelledBatch batch = batches.batch(step);
        UniformRandomProvider dice = random.child(step).generator();
        int channels = (int) batch.shape()[0];
        int height = (int) batch.shape()[1];
        int width = (int) batch.shape()[2];
        float[] result = new float[batch.images().length];
        for (int i = 0; i < batch.count(); i++) {
            boolean mirrored = dice.nextBoolean();
            int down = dice.nextInt(2 * MOST_SHIFT + 1) - MOST_SHIFT;
            int right = dice.nextInt(2 * MOST_SHIFT + 1) - MOST_SHIFT;
            for (int row = 0; row < channels * height; row++) {
                int y = row % height - down;
                if (y >= 0 && y < height) {
                    int from = (i * channels * height + row - down) * width;
                    int to = (i * channels * height + row) * width;
                    copyRow(batch.images(), from, result, to, width, right, mirrored);
                }
            }
        }
        return new LabelledBatch(result, batch.shape(), batch.labels());
    }

    private static void copyRow(
            float[] source, int from, float[] target, int to, int width, int right, boolean mirrored) {
        for (int x = Math.max(0, right); x < Math.min(width, width + right); x++) {
            int column = x - right;
            target[to + x] = source[from + (mirrored ? width - 1 - column : column)];
        }
    }
}
