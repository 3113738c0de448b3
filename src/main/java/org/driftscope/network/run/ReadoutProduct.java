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
 * the blocks are summed digitally, beside what adapters add, who see the inputs before they are converted. Blocks of rows
 * are told apart only where that makes a difference, and so are slices of the weights.
 */
final class ReadoutProduct implements LayerProduct {
    private final @Nullable Converter dac;
    private final List<Part> parts;
    private final @Nullable InputPowers power;
    private final @Nullable ReadoutBlock digital;

    /** The blocks of the weights, or of one slice of them, and how they are read. */
    private record Part(List<ReadoutBlock> blocks, BlockReader reader) {}

    private ReadoutProduct(
            @Nullable Converter dac, List<Part> parts, @Nullable InputPowers power, @Nullable ReadoutBlock digital) {
        this.dac = dac;
        this.parts = parts;
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
        List<Readout.Slice> slices = readout.slices().isEmpty()
                ? List.of(new Readout.Slice(weights, 1, readout.noise(), converters.adc()))
                : readout.slices();
        List<Part> parts = slices.stream()
                .map(slice -> new Part(
                        ReadoutBlock.all(layer, slice.weights(), blockRows),
                        new BlockReader(layer, change, slice, linear, scale, offset)))
                .toList();
        return new ReadoutProduct(
                converters.dac(),
                parts,
                readout.noise() == null ? null : new InputPowers(layer, blockRows),
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

    @Override
    public INDArray convolution(INDArray x, ConvGeometry geometry, int groups, ArrayPool pool, ImageNumbers images) {
        INDArray out = digital == null ? null : digital.product(x, geometry, groups, pool);
        INDArray driven = dac == null ? x : converted(x, dac, pool);
        float @Nullable [][] powers = power == null ? null : power.of(driven, geometry, groups);
        for (Part part : parts) {
            for (int block = 0; block < part.blocks.size(); block++) {
                INDArray sums = part.blocks.get(block).product(driven, geometry, groups, pool);
                part.reader.read(block, part.blocks.size(), sums, powers, out, images);
                if (out == null) {
                    out = sums;
                } else {
                    pool.give(sums);
                }
            }
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
    static INDArray converted(INDArray x, Converter dac, ArrayPool pool) {
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
        parts.forEach(part -> part.blocks.forEach(ReadoutBlock::close));
        if (digital != null) {
            digital.close();
        }
    }
}
