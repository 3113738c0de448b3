package org.driftscope.io.safetensors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.calibration.LayerStatistics;
import org.driftscope.calibration.OutputFisher;
import org.driftscope.io.safetensors.AdapterCodec.LayerMismatch;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * One layer's statistics as tensors, d inputs and o outputs a group: {@code gram} [groups, d (d + 1) / 2], {@code mean}
 * [groups, d], {@code patches} [1]; and where there is an output Fisher, {@code fisher} [groups, o (o + 1) / 2] and
 * {@code positions} [1].
 */
final class StatisticsCodec {
    private static final String GRAM = "gram";
    private static final String MEAN = "mean";
    private static final String PATCHES = "patches";
    private static final String FISHER = "fisher";
    private static final String POSITIONS = "positions";
    private static final Set<String> KNOWN = Set.of(GRAM, MEAN, PATCHES, FISHER, POSITIONS);

    private final AnalogLayer layer;

    StatisticsCodec(AnalogLayer layer) {
        this.layer = layer;
    }

    /** Bytes of the layer's numbers, about those of the file. */
    long bytes() {
        long d = layer.rows();
        long o = outputs();
        return Float.BYTES * layer.groups() * (d * (d + 1) / 2 + d + o * (o + 1) / 2);
    }

    /** Tensors by the part of their name after the layer's. */
    Map<String, Tensor> encode(LayerStatistics statistics, @Nullable OutputFisher fisher) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(GRAM, SecondMoments.packed(statistics.gram(), layer.rows()));
        tensors.put(MEAN, Tensor.floats(flat(statistics.mean()), layer.groups(), layer.rows()));
        tensors.put(PATCHES, Tensor.ints(new long[] {statistics.patches()}, 1));
        if (fisher != null) {
            tensors.put(FISHER, SecondMoments.packed(fisher.groups(), outputs()));
            tensors.put(POSITIONS, Tensor.floats(new float[] {(float) fisher.positions()}, 1));
        }
        return tensors;
    }

    /** @throws LayerMismatch if a tensor is missing, of another shape, or holds what cannot be */
    LayerStatistics statistics(Map<String, Tensor> tensors, int images) throws LayerMismatch {
        LayerTensors known = new LayerTensors(tensors, KNOWN);
        int d = layer.rows();
        List<double[]> gram = SecondMoments.unpacked(
                GRAM, known.floats(GRAM, layer.groups(), SecondMoments.triangle(d)), layer.groups(), d);
        List<double[]> mean = split(known.floats(MEAN, layer.groups(), d), d);
        for (int group = 0; group < gram.size(); group++) {
            SecondMoments.requireMeans(MEAN, mean.get(group), gram.get(group));
        }
        int[] patches = known.wholes(PATCHES, Integer.MAX_VALUE);
        if (patches.length != 1 || patches[0] < 1) {
            throw new LayerMismatch("needs one number above 0 in " + PATCHES);
        }
        return new LayerStatistics(layer.name(), d, gram, mean, patches[0], images);
    }

    /** Null where the layer has none. @throws LayerMismatch as {@link #statistics} does */
    @Nullable
    OutputFisher fisher(Map<String, Tensor> tensors) throws LayerMismatch {
        if (!tensors.containsKey(FISHER)) {
            return null;
        }
        LayerTensors known = new LayerTensors(tensors, KNOWN);
        float positions = known.floats(POSITIONS, 1)[0];
        if (positions <= 0) {
            throw new LayerMismatch("needs a number above 0 in " + POSITIONS);
        }
        float[] packed = known.floats(FISHER, layer.groups(), SecondMoments.triangle(outputs()));
        return new OutputFisher(positions, SecondMoments.unpacked(FISHER, packed, layer.groups(), outputs()));
    }

    /** Outputs of a group. */
    private int outputs() {
        return layer.cols() / layer.groups();
    }

    private float[] flat(List<double[]> means) {
        float[] values = new float[layer.groups() * layer.rows()];
        int at = 0;
        for (double[] mean : means) {
            for (double value : mean) {
                values[at++] = (float) value;
            }
        }
        return values;
    }

    private static List<double[]> split(float[] values, int length) {
        List<double[]> parts = new ArrayList<>();
        for (int from = 0; from < values.length; from += length) {
            double[] part = new double[length];
            for (int i = 0; i < length; i++) {
                part[i] = values[from + i];
            }
            parts.add(part);
        }
        return parts;
    }
}
