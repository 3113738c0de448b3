package org.driftscope.training;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.network.AnalogLayer;

/** Sums the outer products of a layer's output gradients over images and positions, a group at a time. */
final class GradientMoments {
    private final AnalogLayer layer;
    private final int groupCols;
    private final List<double[]> sums = new ArrayList<>();
    private long images;
    private long vectors;

    GradientMoments(AnalogLayer layer) {
        this.layer = layer;
        this.groupCols = layer.cols() / layer.groups();
        for (int g = 0; g < layer.groups(); g++) {
            sums.add(new double[groupCols * groupCols]);
        }
    }

    AnalogLayer layer() {
        return layer;
    }

    /**
     * @param gradient row-major; a row an image
     * @param shape [images, outputs, ...] of a convolution, [images, ..., outputs] otherwise
     */
    void add(float[] gradient, long[] shape) {
        boolean channelsFirst = layer.op().equals("Conv");
        int cols = layer.cols();
        int count = gradient.length / cols;
        int plane = channelsFirst ? count / (int) shape[0] : 1;
        for (int at = 0; at < count; at++) {
            int first = at / plane * plane * cols + at % plane;
            for (int g = 0; g < sums.size(); g++) {
                addOuterProduct(gradient, first + g * groupCols * plane, plane, sums.get(g));
            }
        }
        images += shape[0];
        vectors += count;
    }

    /** The lower triangle alone. */
    private void addOuterProduct(float[] values, int from, int stride, double[] sum) {
        for (int i = 0; i < groupCols; i++) {
            double left = values[from + i * stride];
            if (left != 0) {
                for (int j = 0; j <= i; j++) {
                    sum[i * groupCols + j] += left * values[from + j * stride];
                }
            }
        }
    }

    /** The means; this object must not be used afterwards. */
    OutputGradients.Moments finish() {
        for (double[] sum : sums) {
            for (int i = 0; i < groupCols; i++) {
                for (int j = 0; j <= i; j++) {
                    sum[i * groupCols + j] /= Math.max(1, vectors);
                    sum[j * groupCols + i] = sum[i * groupCols + j];
                }
            }
        }
        return new OutputGradients.Moments((double) vectors / Math.max(1, images), sums);
    }
}
