package org.driftscope.network.run;

import java.nio.FloatBuffer;
import java.util.List;
import org.driftscope.crossbar.Readout;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ChannelScale;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.LayerChange;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.NativeArrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer on tiles that are read: each block of rows puts out a partial sum, reading adds its noise, a converter rounds, and
 * the blocks are summed digitally, beside what adapters add, who see the inputs before they are converted. Blocks of rows are told apart only where that makes a difference.
 */
final class ReadoutProduct implements LayerProduct {
    private final @Nullable Converter dac;
    private final List<ReadoutBlock> blocks;
    private final BlockReader reader;
    private final @Nullable ReadoutBlock power;
    private final @Nullable ReadoutBlock digital;

    private ReadoutProduct(
            @Nullable Converter dac,
            List<ReadoutBlock> blocks,
            BlockReader reader,
            @Nullable ReadoutBlock power,
            @Nullable ReadoutBlock digital) {
        this.dac = dac;
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
        LayerConverters converters = readout.converters();
        boolean tiled = change.outputScale().length > layer.cols() || converters.adc() != null;
        boolean linear = !tiled && converters.dac() == null;
        int blockRows = tiled ? readout.tiles().tileRows() : layer.rows();
        // where nothing comes between them, crossbar and adapters are one product
        WeightMatrix weights = linear ? change.weights() : readout.weights();
        WeightMatrix beside = linear ? null : beside(change, readout, scale);
        float[] offset = PreparedWeights.scaled(bias, scale);
        List<ReadoutBlock> blocks = ReadoutBlock.all(layer, weights, blockRows);
        return new ReadoutProduct(
                converters.dac(),
                blocks,
                new BlockReader(layer, change, readout, linear, scale, offset),
                readout.noise() == null ? null : power(layer, blocks.size(), blockRows),
                beside == null ? null : ReadoutBlock.whole(layer, beside, offset));
    }

    /**
     * What is digital: the weights without the crossbar's own part, a batch normalisation multiplied in; null where nothing is.
     */
    private static @Nullable WeightMatrix beside(
            LayerChange change, Readout readout, @Nullable ChannelScale normalisation) {
        float[] scale = change.outputScale();
        float[] own = readout.weights().values();
        float[] values = change.weights().values().clone();
        int cols = change.weights().cols();
        int blockValues = scale.length > cols ? readout.tiles().tileRows() * cols : values.length;
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            values[i] -= scale.length == 0 ? own[i] : scale[i / blockValues * cols + i % cols] * own[i];
            any |= values[i] != 0;
            values[i] *= normalisation == null ? 1 : normalisation.gain()[i % cols];
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
        return ReadoutBlock.whole(layer, new WeightMatrix(layer.rows(), cols, values), new float[cols]);
    }

    @Override
    public INDArray convolution(INDArray x, ConvGeometry geometry, int groups, ArrayPool pool, ImageNumbers images) {
        INDArray out = digital == null ? null : digital.product(x, geometry, groups, pool);
        INDArray driven = dac == null ? x : converted(x, dac, pool);
        INDArray powers = powers(driven, geometry, groups, pool);
        for (int block = 0; block < blocks.size(); block++) {
            INDArray part = blocks.get(block).product(driven, geometry, groups, pool);
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
        if (driven != x) {
            pool.give(driven);
        }
        if (out == null) {
            throw new IllegalStateException("a layer without rows");
        }
        return out;
    }

    /** Image by image. */
    private static INDArray converted(INDArray x, Converter dac, ArrayPool pool) {
        INDArray driven = pool.take(x.shape());
        FloatBuffer from = NativeArrays.buffer(x);
        FloatBuffer to = NativeArrays.buffer(driven);
        float[] values = new float[(int) (x.length() / Math.max(1, x.size(0)))];
        for (int image = 0; image < x.size(0); image++) {
            from.get(image * values.length, values);
            dac.convertInPlace(values);
            to.put(image * values.length, values);
        }
        return driven;
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
