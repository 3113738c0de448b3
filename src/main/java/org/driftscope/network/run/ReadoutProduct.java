package org.driftscope.network.run;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.crossbar.Readout;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ChannelScale;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.LayerChange;
import org.driftscope.network.op.array.ArrayPool;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer on tiles that are read: each block of rows puts out a partial sum, reading adds its noise, and the blocks are summed
 * digitally, beside what adapters add. Blocks of rows are told apart only where that makes a difference.
 */
final class ReadoutProduct implements LayerProduct {
    private final List<ReadoutBlock> blocks;
    private final BlockReader reader;
    private final @Nullable ReadoutBlock power;
    private final @Nullable PreparedWeights digital;

    private ReadoutProduct(
            List<ReadoutBlock> blocks,
            BlockReader reader,
            @Nullable ReadoutBlock power,
            @Nullable PreparedWeights digital) {
        this.blocks = blocks;
        this.reader = reader;
        this.power = power;
        this.digital = digital;
    }

    /**
     * Lays out a layer.
     *
     * @param bias digital, length cols
     * @param scale the batch normalisation after the layer, or null
     */
    static ReadoutProduct of(
            AnalogLayer layer, LayerChange change, Readout readout, float[] bias, @Nullable ChannelScale scale) {
        boolean linear = change.outputScale().length <= layer.cols();
        int blockRows = linear ? layer.rows() : readout.tiles().tileRows();
        // where nothing comes between them, crossbar and adapters are one product
        WeightMatrix weights = linear ? change.weights() : readout.weights();
        WeightMatrix beside = linear ? null : beside(change, readout);
        List<ReadoutBlock> blocks = new ArrayList<>();
        for (int from = 0; from < layer.rows(); from += blockRows) {
            blocks.add(ReadoutBlock.of(layer, weights, from, Math.min(layer.rows(), from + blockRows)));
        }
        return new ReadoutProduct(
                blocks,
                new BlockReader(layer, change, readout, linear, scale, PreparedWeights.scaled(bias, scale)),
                readout.noise() == null ? null : power(layer, blocks.size(), blockRows),
                beside == null ? null : PreparedWeights.of(layer, beside, bias, scale));
    }

    /** What is digital: the weights without the crossbar's own part; null where nothing is. */
    private static @Nullable WeightMatrix beside(LayerChange change, Readout readout) {
        float[] scale = change.outputScale();
        float[] own = readout.weights().values();
        float[] values = change.weights().values().clone();
        int cols = change.weights().cols();
        int blockValues = scale.length > cols ? readout.tiles().tileRows() * cols : values.length;
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            values[i] -= scale.length == 0 ? own[i] : scale[i / blockValues * cols + i % cols] * own[i];
            any |= values[i] != 0;
        }
        return any ? new WeightMatrix(change.weights().rows(), cols, values) : null;
    }

    /** Sums over the rows of each block: of each group the blocks in their order. */
    private static ReadoutBlock power(AnalogLayer layer, int blocks, int blockRows) {
        int cols = layer.groups() * blocks;
        float[] values = new float[layer.rows() * cols];
        for (int row = 0; row < layer.rows(); row++) {
            for (int group = 0; group < layer.groups(); group++) {
                values[row * cols + group * blocks + row / blockRows] = 1;
            }
        }
        return ReadoutBlock.of(layer, new WeightMatrix(layer.rows(), cols, values), 0, layer.rows());
    }

    @Override
    public INDArray convolution(INDArray x, ConvGeometry geometry, int groups, ArrayPool pool, ImageNumbers images) {
        INDArray out = digital == null ? null : digital.convolution(x, geometry, groups, pool, images);
        INDArray powers = powers(x, geometry, groups, pool);
        for (int block = 0; block < blocks.size(); block++) {
            INDArray part = blocks.get(block).product(x, geometry, groups, pool);
            reader.read(block, blocks.size(), part, powers, out, images);
            if (out == null) {
                out = part;
            } else {
                pool.give(part);
            }
        }
        if (powers != null) {
            pool.give(powers);
        }
        if (out == null) {
            throw new IllegalStateException("a layer without rows");
        }
        return out;
    }

    /** Sums of the squared inputs of each group and block at every position; null where reading adds no noise. */
    private @Nullable INDArray powers(INDArray x, ConvGeometry geometry, int groups, ArrayPool pool) {
        if (power == null) {
            return null;
        }
        INDArray squares = pool.take(x.shape());
        x.muli(x, squares);
        INDArray powers = power.product(squares, geometry, groups, pool);
        pool.give(squares);
        return powers;
    }

    @Override
    public void dense(INDArray rows, INDArray out, ArrayPool pool, ImageNumbers images) {
        int count = images.among((int) rows.size(0));
        INDArray x = rows.reshape('c', count, rows.size(0) / count, 1, rows.size(1));
        INDArray product = convolution(x, ConvGeometry.POINTWISE, 1, pool, images);
        out.assign(product.reshape('c', out.shape()));
        pool.give(product);
    }

    @Override
    public void close() {
        blocks.forEach(ReadoutBlock::close);
        if (power != null) {
            power.close();
        }
        if (digital != null) {
            digital.close();
        }
    }
}
