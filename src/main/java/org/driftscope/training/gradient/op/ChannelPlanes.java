package org.driftscope.training.gradient.op;

/**
 * Sums and affine maps by channel over a row-major [batch, channels, ...] array. Sums run in four lanes in double, so
 * that they are exact enough, fast, and the same on every run.
 *
 * @param batch images
 * @param channels channels
 * @param plane values of one channel of one image
 */
record ChannelPlanes(int batch, int channels, int plane) {
    static ChannelPlanes of(long[] shape) {
        int plane = 1;
        for (int i = 2; i < shape.length; i++) {
            plane *= (int) shape[i];
        }
        return new ChannelPlanes((int) shape[0], (int) shape[1], plane);
    }

    /** Values a channel has in the whole batch. */
    int perChannel() {
        return batch * plane;
    }

    float[] sums(float[] x) {
        double[] sums = new double[channels];
        for (int p = 0; p < batch * channels; p++) {
            sums[p % channels] += sum(x, p * plane);
        }
        return toFloat(sums, 1);
    }

    float[] means(float[] x) {
        double[] sums = new double[channels];
        for (int p = 0; p < batch * channels; p++) {
            sums[p % channels] += sum(x, p * plane);
        }
        return toFloat(sums, perChannel());
    }

    /** Mean squared distance from the mean. */
    float[] variances(float[] x, float[] mean) {
        double[] sums = new double[channels];
        for (int p = 0; p < batch * channels; p++) {
            sums[p % channels] += centredProduct(x, mean[p % channels], x, mean[p % channels], p * plane);
        }
        return toFloat(sums, perChannel());
    }

    /** Sums of y (x - mean). */
    float[] centredProducts(float[] y, float[] x, float[] mean) {
        double[] sums = new double[channels];
        for (int p = 0; p < batch * channels; p++) {
            sums[p % channels] += centredProduct(y, 0, x, mean[p % channels], p * plane);
        }
        return toFloat(sums, 1);
    }

    /** gain x + shift. */
    float[] affine(float[] x, float[] gain, float[] shift) {
        float[] result = new float[x.length];
        for (int p = 0; p < batch * channels; p++) {
            float a = gain[p % channels];
            float b = shift[p % channels];
            for (int i = p * plane; i < (p + 1) * plane; i++) {
                result[i] = a * x[i] + b;
            }
        }
        return result;
    }

    /** gain y + slope x + offset. */
    float[] affine(float[] y, float[] gain, float[] x, float[] slope, float[] offset) {
        float[] result = new float[x.length];
        for (int p = 0; p < batch * channels; p++) {
            float a = gain[p % channels];
            float b = slope[p % channels];
            float c = offset[p % channels];
            for (int i = p * plane; i < (p + 1) * plane; i++) {
                result[i] = a * y[i] + b * x[i] + c;
            }
        }
        return result;
    }

    private double sum(float[] x, int from) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        int end = from + plane;
        for (; i + 3 < end; i += 4) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
        }
        for (; i < end; i++) {
            s0 += x[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private double centredProduct(float[] y, float meanY, float[] x, float meanX, int from) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        int end = from + plane;
        for (; i + 3 < end; i += 4) {
            s0 += (y[i] - meanY) * (x[i] - meanX);
            s1 += (y[i + 1] - meanY) * (x[i + 1] - meanX);
            s2 += (y[i + 2] - meanY) * (x[i + 2] - meanX);
            s3 += (y[i + 3] - meanY) * (x[i + 3] - meanX);
        }
        for (; i < end; i++) {
            s0 += (y[i] - meanY) * (x[i] - meanX);
        }
        return s0 + s1 + (s2 + s3);
    }

    private static float[] toFloat(double[] sums, double divisor) {
        float[] result = new float[sums.length];
        for (int c = 0; c < result.length; c++) {
            result[c] = (float) (sums[c] / divisor);
        }
        return result;
    }
}
