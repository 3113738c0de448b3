package org.driftscope.training;

import org.driftscope.training.gradient.BatchMoments;

/** Mean and variance over batches of one size: the variance within them and that of their means. */
final class PooledMoments {
    private final double[] means;
    private final double[] squares;
    private final double[] variances;
    private int count;

    PooledMoments(int channels) {
        means = new double[channels];
        squares = new double[channels];
        variances = new double[channels];
    }

    void add(BatchMoments seen) {
        for (int c = 0; c < means.length; c++) {
            means[c] += seen.mean()[c];
            squares[c] += (double) seen.mean()[c] * seen.mean()[c];
            variances[c] += seen.variance()[c];
        }
        count++;
    }

    BatchMoments mean() {
        float[] mean = new float[means.length];
        float[] variance = new float[means.length];
        for (int c = 0; c < means.length; c++) {
            double m = means[c] / count;
            mean[c] = (float) m;
            variance[c] = (float) (variances[c] / count + Math.max(0, squares[c] / count - m * m));
        }
        return new BatchMoments(mean, variance);
    }
}
