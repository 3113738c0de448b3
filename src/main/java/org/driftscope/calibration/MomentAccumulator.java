package org.driftscope.calibration;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.calibration.algebra.Products;
import org.driftscope.network.AnalogLayer;

/**
 * Sums a layer's second moments and means over batches. Products are taken in single precision over a bounded number of
 * patches at a time and summed in double, so memory does not grow with the images and the sum's order is fixed.
 */
final class MomentAccumulator {
    /** Patches a product runs over: enough to be fast, few enough for single precision. */
    private static final int PATCHES_AT_ONCE = 1024;

    private final AnalogLayer layer;
    private final List<double[]> grams = new ArrayList<>();
    private final List<double[]> sums = new ArrayList<>();
    private long patches;

    MomentAccumulator(AnalogLayer layer) {
        this.layer = layer;
        for (int g = 0; g < layer.groups(); g++) {
            grams.add(new double[Math.multiplyExact(layer.rows(), layer.rows())]);
            sums.add(new double[layer.rows()]);
        }
    }

    /**
     * Adds what entered the layer for some images.
     *
     * @param input flat, in its own order; not modified
     * @param shape of the input
     */
    void add(float[] input, long[] shape) {
        PatchLayout layout = PatchLayout.of(layer, shape);
        int lines = Math.min(layout.lines(), Math.max(1, PATCHES_AT_ONCE / layout.lineLength()));
        float[] chunk = new float[layout.rows() * lines * layout.lineLength()];
        float[] product = new float[layout.rows() * layout.rows()];
        for (int from = 0; from < layout.lines(); from += lines) {
            int to = Math.min(layout.lines(), from + lines);
            int columns = (to - from) * layout.lineLength();
            for (int g = 0; g < grams.size(); g++) {
                layout.copy(input, g, from, to, chunk);
                Products.lowerSelfProduct(chunk, layout.rows(), columns, product);
                addLowerTriangle(product, grams.get(g));
                addRowSums(chunk, columns, sums.get(g));
            }
            patches += columns;
        }
    }

    /** The moments so far, divided by the number of patches; this object must not be used afterwards. */
    LayerStatistics finish(int images) {
        int d = layer.rows();
        for (double[] gram : grams) {
            for (int row = 0; row < d; row++) {
                for (int col = 0; col <= row; col++) {
                    gram[row * d + col] /= patches;
                    gram[col * d + row] = gram[row * d + col];
                }
            }
        }
        for (double[] sum : sums) {
            for (int row = 0; row < d; row++) {
                sum[row] /= patches;
            }
        }
        return new LayerStatistics(layer.name(), d, grams, sums, patches, images);
    }

    private void addLowerTriangle(float[] product, double[] gram) {
        int d = layer.rows();
        for (int row = 0; row < d; row++) {
            for (int i = row * d; i <= row * d + row; i++) {
                gram[i] += product[i];
            }
        }
    }

    /** Four partial sums, so that additions do not wait for each other. */
    private static void addRowSums(float[] chunk, int columns, double[] sums) {
        for (int row = 0; row < sums.length; row++) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int i = row * columns;
            int end = i + columns;
            for (; i + 3 < end; i += 4) {
                s0 += chunk[i];
                s1 += chunk[i + 1];
                s2 += chunk[i + 2];
                s3 += chunk[i + 3];
            }
            for (; i < end; i++) {
                s0 += chunk[i];
            }
            sums[row] += (s0 + s1) + (s2 + s3);
        }
    }
}
