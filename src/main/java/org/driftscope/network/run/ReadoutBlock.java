package org.driftscope.network.run;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.array.StridedCopy;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.product.Convolution;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Some rows of a layer's weights: what one row of tiles multiplies inputs with. A convolution over the channels that these rows
 * see, with taps of other rows at zero.
 *
 * @param kernel [kh, kw, channels, outputs]
 * @param bias added to the products, [outputs]
 * @param firstChannel of those that the rows see
 */
record ReadoutBlock(INDArray kernel, INDArray bias, int firstChannel) implements AutoCloseable {
    /** All blocks of so many rows. */
    static List<ReadoutBlock> all(AnalogLayer layer, WeightMatrix weights, int blockRows) {
        List<ReadoutBlock> blocks = new ArrayList<>();
        for (int from = 0; from < layer.rows(); from += blockRows) {
            int to = Math.min(layer.rows(), from + blockRows);
            blocks.add(of(layer, weights, from, to, new float[weights.cols()]));
        }
        return blocks;
    }

    /** All rows as one, with a bias. */
    static ReadoutBlock whole(AnalogLayer layer, WeightMatrix weights, float[] bias) {
        return of(layer, weights, 0, layer.rows(), bias);
    }

    /** @param toRow not included */
    private static ReadoutBlock of(AnalogLayer layer, WeightMatrix weights, int fromRow, int toRow, float[] bias) {
        int taps = taps(layer);
        boolean grouped = layer.groups() > 1;
        int first = grouped ? 0 : fromRow / taps;
        int channels = grouped ? layer.rows() / taps : (toRow + taps - 1) / taps - first;
        int cols = weights.cols();
        float[] laidOut = new float[taps * channels * cols];
        for (int row = fromRow; row < toRow; row++) {
            int at = (row % taps * channels + row / taps - first) * cols;
            System.arraycopy(weights.values(), row * cols, laidOut, at, cols);
        }
        return new ReadoutBlock(
                NativeArrays.of(laidOut, kernelShape(layer, channels, cols)), NativeArrays.of(bias, cols), first);
    }

    static int taps(AnalogLayer layer) {
        ConvGeometry g = layer.geometry();
        return g == null ? 1 : g.kernelH() * g.kernelW();
    }

    private static long[] kernelShape(AnalogLayer layer, int channels, int cols) {
        ConvGeometry g = layer.geometry();
        return new long[] {g == null ? 1 : g.kernelH(), g == null ? 1 : g.kernelW(), channels, cols};
    }

    /** @param x [batch, height, width, channels], not modified */
    INDArray product(INDArray x, ConvGeometry geometry, int groups, ArrayPool pool) {
        if (kernel.size(2) * groups == x.size(3)) {
            return Convolution.apply(x, kernel, bias, geometry, groups, pool, null);
        }
        INDArray seen = pool.take(x.size(0), x.size(1), x.size(2), kernel.size(2));
        Elements source = Elements.of(Value.of(x));
        Elements target = Elements.of(Value.of(seen));
        StridedCopy.copy(source, firstChannel, source.strides(), target, 0, target.strides(), target.shape());
        INDArray product = Convolution.apply(seen, kernel, bias, geometry, groups, pool, null);
        pool.give(seen);
        return product;
    }

    @Override
    public void close() {
        kernel.close();
        bias.close();
    }
}
