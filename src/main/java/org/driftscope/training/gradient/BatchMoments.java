package org.driftscope.training.gradient;

/**
 * What a batch norm saw in one batch.
 *
 * @param mean of each channel
 * @param variance of each channel, the unbiased estimate; treat both arrays as read-only
 */
public record BatchMoments(float[] mean, float[] variance) {}
