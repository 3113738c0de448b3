package org.driftscope.training.gradient;

/**
 * What a batch norm saw in one batch.
 *
 * @param mean of each channel
 * @param variance of each channel, the unbiased estimate; treat both arrays as read-only
 */
public record BatchMoments(float[] mean, float[] variance) {
    /** Both times a factor. */
    public BatchMoments scaled(float factor) {
        float[] means = new float[mean.length];
        float[] variances = new float[mean.length];
        for (int c = 0; c < means.length; c++) {
            means[c] = factor * mean[c];
            variances[c] = factor * variance[c];
        }
        return new BatchMoments(means, variances);
    }

    /** The sums, for averages of several batches. */
    public BatchMoments plus(BatchMoments other) {
        float[] means = new float[mean.length];
        float[] variances = new float[mean.length];
        for (int c = 0; c < means.length; c++) {
            means[c] = mean[c] + other.mean[c];
            variances[c] = variance[c] + other.variance[c];
        }
        return new BatchMoments(means, variances);
    }
}
