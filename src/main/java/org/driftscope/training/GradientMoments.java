package org.driftscope.training;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasLower;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_ssyrk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.driftscope.network.AnalogLayer;

/** Sums the outer products of a layer's output gradients over images and positions, a group at a time. */
final class GradientMoments {
    static {
        // a sum's order must not depend on the number of threads
        blas_set_num_threads(1);
    }

    /** Outputs of a group up to which a matrix product gains nothing. */
    private static final int MOST_BY_HAND = 64;

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
        if (plane > 1 && groupCols > MOST_BY_HAND) {
            addPlanes(gradient, (int) shape[0], plane);
        } else {
            addVectors(gradient, count, plane);
        }
        images += shape[0];
        vectors += count;
    }

    private void addVectors(float[] gradient, int count, int plane) {
        for (int at = 0; at < count; at++) {
            int first = at / plane * plane * layer.cols() + at % plane;
            for (int g = 0; g < sums.size(); g++) {
                addOuterProduct(gradient, first + g * groupCols * plane, plane, sums.get(g));
            }
        }
    }

    /** A product for each image and group, in single precision, summed in double. */
    private void addPlanes(float[] gradient, int count, int plane) {
        float[] product = new float[groupCols * groupCols];
        for (int part = 0; part < count * sums.size(); part++) {
            int from = part * groupCols * plane;
            float[] values = Arrays.copyOfRange(gradient, from, from + groupCols * plane);
            cblas_ssyrk(
                    CblasRowMajor, CblasLower, CblasNoTrans, groupCols, plane, 1, values, plane, 0, product, groupCols);
            double[] sum = sums.get(part % sums.size());
            for (int i = 0; i < groupCols; i++) {
                for (int j = i * groupCols; j <= i * groupCols + i; j++) {
                    sum[j] += product[j];
                }
            }
        }
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
