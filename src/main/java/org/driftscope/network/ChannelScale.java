package org.driftscope.network;

/**
 * A batch normalisation whose statistics are fixed: y = gain x + shift for each channel, with gain = scale /
 * sqrt(variance + epsilon) and shift = bias - gain mean.
 *
 * @param gain one number a channel
 * @param shift one number a channel
 */
public record ChannelScale(float[] gain, float[] shift) {
    /** From the node's inputs 1 to 4 and its settings. */
    public static ChannelScale of(Tensor scale, Tensor bias, Tensor mean, Tensor variance, Attributes attributes) {
        double epsilon = attributes.real("epsilon", 1e-5f);
        float[] gain = new float[scale.size()];
        float[] shift = new float[scale.size()];
        for (int c = 0; c < gain.length; c++) {
            double factor = scale.floats()[c] / Math.sqrt(variance.floats()[c] + epsilon);
            gain[c] = (float) factor;
            shift[c] = (float) (bias.floats()[c] - factor * mean.floats()[c]);
        }
        return new ChannelScale(gain, shift);
    }
}
