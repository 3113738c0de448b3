package org.driftscope.network.run;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.NativeArrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a layer's tiles would put out for some inputs, before anything reads them. Thread-safe. */
public final class PartialSums implements AutoCloseable {
    /** Of each kind that a sample holds at most, a block of rows. */
    private static final int MOST_VALUES = 4096;

    private final AnalogLayer layer;
    private final List<ReadoutBlock> blocks;

    private PartialSums(AnalogLayer layer, List<ReadoutBlock> blocks) {
        this.layer = layer;
        this.blocks = blocks;
    }

    /**
     * Some of what a layer met, evenly spread.
     *
     * @param inputs what entered
     * @param sums partial sums of all blocks of rows
     * @param greatest magnitude of all partial sums, whether they are among {@code sums} or not
     */
    public record Sample(float[] inputs, float[] sums, double greatest) {}

    /** @param tileRows rows of a block */
    public static PartialSums of(AnalogLayer layer, WeightMatrix weights, int tileRows) {
        return new PartialSums(layer, ReadoutBlock.all(layer, weights, tileRows));
    }

    /** Of inputs as {@link FeatureTap} shows them. @param input not modified */
    public Sample sample(INDArray input) {
        try (ArrayPool pool = new ArrayPool();
                INDArray x = LayerInputs.channelsLast(layer, input, pool)) {
            ConvGeometry geometry = LayerInputs.geometry(layer);
            List<float[]> parts = new ArrayList<>();
            double greatest = 0;
            for (ReadoutBlock block : blocks) {
                try (INDArray product = block.product(x, geometry, layer.groups(), pool)) {
                    parts.add(some(product));
                    greatest = Math.max(greatest, greatest(product));
                }
            }
            return new Sample(some(x), joined(parts), greatest);
        }
    }

    /**
     * Counts all partial sums for inputs as {@link FeatureTap} shows them, as converters meet them.
     *
     * @param input not modified
     * @param converters the tiles are driven by the DAC; the sums are counted before the ADC
     * @param most upper edge of the last bin
     */
    public SumCounts count(INDArray input, LayerConverters converters, double most) {
        try (ArrayPool pool = new ArrayPool();
                INDArray x = LayerInputs.channelsLast(layer, input, pool)) {
            ConvGeometry geometry = LayerInputs.geometry(layer);
            Converter dac = converters.dac();
            long inputsClipped = beyond(x, dac);
            INDArray driven = dac == null ? x : ReadoutProduct.converted(x, dac, pool);
            SumCounts all = new SumCounts(SumCounts.none(most).bins(), most, 0, 0, 0, x.length(), inputsClipped);
            for (ReadoutBlock block : blocks) {
                try (INDArray product = block.product(driven, geometry, layer.groups(), pool)) {
                    all = all.plus(counted(product, converters.adc(), most));
                }
            }
            if (driven != x) {
                pool.give(driven);
            }
            return all;
        }
    }

    private static SumCounts counted(INDArray product, @Nullable Converter adc, double most) {
        FloatBuffer values = NativeArrays.buffer(product);
        long[] bins = SumCounts.none(most).bins();
        double perBin = bins.length / (2 * most);
        for (int i = 0; i < values.capacity(); i++) {
            double value = values.get(i);
            if (Math.abs(value) <= most) {
                bins[Math.min(bins.length - 1, (int) ((value + most) * perBin))]++;
            }
        }
        return new SumCounts(bins, most, values.capacity(), beyond(product, adc), greatest(product), 0, 0);
    }

    private static long beyond(INDArray array, @Nullable Converter converter) {
        long beyond = 0;
        if (converter != null) {
            FloatBuffer values = NativeArrays.buffer(array);
            for (int i = 0; i < values.capacity(); i++) {
                beyond += converter.clips(values.get(i)) ? 1 : 0;
            }
        }
        return beyond;
    }

    private static float[] some(INDArray array) {
        FloatBuffer values = NativeArrays.buffer(array);
        // odd, so that it meets every channel where their number is a power of two
        int step = Math.max(1, values.capacity() / MOST_VALUES) | 1;
        float[] some = new float[(values.capacity() + step - 1) / step];
        for (int i = 0; i < some.length; i++) {
            some[i] = values.get(i * step);
        }
        return some;
    }

    private static double greatest(INDArray array) {
        FloatBuffer values = NativeArrays.buffer(array);
        float greatest = 0;
        for (int i = 0; i < values.capacity(); i++) {
            greatest = Math.max(greatest, Math.abs(values.get(i)));
        }
        return greatest;
    }

    private static float[] joined(List<float[]> parts) {
        int size = parts.stream().mapToInt(part -> part.length).sum();
        float[] all = new float[size];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    @Override
    public void close() {
        blocks.forEach(ReadoutBlock::close);
    }
}
