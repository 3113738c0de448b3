package org.driftscope.io.safetensors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.calibration.statistics.CompactMoments;
import org.driftscope.calibration.statistics.FactoredMoments;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
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
    private static final String FACTORS = "factors";
    private static final String REST = "rest";
    private static final String FISHER_FACTORS = "fisher_factors";
    private static final String FISHER_REST = "fisher_rest";
    private static final Set<String> KNOWN =
            Set.of(GRAM, FACTORS, REST, MEAN, PATCHES, FISHER, FISHER_FACTORS, FISHER_REST, POSITIONS);

    private final AnalogLayer layer;

    StatisticsCodec(AnalogLayer layer) {
        this.layer = layer;
    }

    /** Bytes of the layer's numbers, about those of the file. */
    long bytes() {
        long d = layer.rows();
        long o = outputs();
        long inputs = CompactMoments.cutsInputs(layer.rows()) ? d * (CompactMoments.DIRECTIONS + 1) : d * (d + 1) / 2;
        long fisher = CompactMoments.cutsFisher(outputs()) ? o * (CompactMoments.DIRECTIONS + 1) : o * (o + 1) / 2;
        return Float.BYTES * layer.groups() * (inputs + d + fisher);
    }

    /** Tensors by the part of their name after the layer's. */
    Map<String, Tensor> encode(LayerStatistics statistics, @Nullable OutputFisher fisher) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        if (CompactMoments.cutsInputs(layer.rows())) {
            putFactors(
                    tensors,
                    FACTORS,
                    REST,
                    statistics.moments().stream().map(CompactMoments::of).toList());
        } else {
            tensors.put(GRAM, SecondMoments.packed(statistics.gram(), layer.rows()));
        }
        tensors.put(MEAN, Tensor.floats(flat(statistics.mean()), layer.groups(), layer.rows()));
        tensors.put(PATCHES, Tensor.ints(new long[] {statistics.patches()}, 1));
        if (fisher != null) {
            if (CompactMoments.cutsFisher(outputs())) {
                List<FactoredMoments> cut =
                        fisher.groups().stream().map(CompactMoments::ofFisher).toList();
                putFactors(tensors, FISHER_FACTORS, FISHER_REST, cut);
            } else {
                tensors.put(FISHER, SecondMoments.packed(fisher.groups(), outputs()));
            }
            tensors.put(POSITIONS, Tensor.floats(new float[] {(float) fisher.positions()}, 1));
        }
        return tensors;
    }

    private static void putFactors(
            Map<String, Tensor> tensors, String factors, String rest, List<FactoredMoments> groups) {
        int order = groups.get(0).rows();
        int count = groups.get(0).count();
        float[] all = new float[Math.multiplyExact(groups.size() * order, count)];
        float[] left = new float[groups.size() * order];
        for (int g = 0; g < groups.size(); g++) {
            System.arraycopy(groups.get(g).factors(), 0, all, g * order * count, order * count);
            System.arraycopy(
                    groups.get(g).rest(), 0, left, g * order, groups.get(g).rest().length);
        }
        tensors.put(factors, Tensor.floats(all, (long) groups.size() * order, count));
        tensors.put(rest, Tensor.floats(left, groups.size(), order));
    }

    /** Moments of every group from their factors. @param means one a group */
    private List<FactoredMoments> factored(
            LayerTensors known, String factors, String rest, int order, List<double[]> means) throws LayerMismatch {
        int count = known.columns(factors);
        float[] all = known.floats(factors, layer.groups() * order, count);
        float[] left = known.floats(rest, layer.groups(), order);
        List<FactoredMoments> groups = new ArrayList<>();
        for (int g = 0; g < layer.groups(); g++) {
            float[] own = Arrays.copyOfRange(all, g * order * count, (g + 1) * order * count);
            float[] ownRest = Arrays.copyOfRange(left, g * order, (g + 1) * order);
            for (float value : ownRest) {
                if (value < 0) {
                    throw new LayerMismatch("has a negative mean square in " + rest);
                }
            }
            groups.add(new FactoredMoments(own, ownRest, means.get(g)));
        }
        return groups;
    }

    /** @throws LayerMismatch if a tensor is missing, of another shape, or holds what cannot be */
    LayerStatistics statistics(Map<String, Tensor> tensors, int images) throws LayerMismatch {
        LayerTensors known = new LayerTensors(tensors, KNOWN);
        int d = layer.rows();
        List<double[]> mean = split(known.floats(MEAN, layer.groups(), d), d);
        int[] patches = known.wholes(PATCHES, Integer.MAX_VALUE);
        if (patches.length != 1 || patches[0] < 1) {
            throw new LayerMismatch("needs one number above 0 in " + PATCHES);
        }
        if (!tensors.containsKey(GRAM) && tensors.containsKey(FACTORS)) {
            List<InputMoments> moments = List.copyOf(factored(known, FACTORS, REST, d, mean));
            return new LayerStatistics(layer.name(), d, moments, patches[0], images);
        }
        List<double[]> gram = SecondMoments.unpacked(
                GRAM, known.floats(GRAM, layer.groups(), SecondMoments.triangle(d)), layer.groups(), d);
        for (int group = 0; group < gram.size(); group++) {
            SecondMoments.requireMeans(MEAN, mean.get(group), gram.get(group));
        }
        return new LayerStatistics(layer.name(), d, gram, mean, patches[0], images);
    }

    /** Null where the layer has none. @throws LayerMismatch as {@link #statistics} does */
    @Nullable
    OutputFisher fisher(Map<String, Tensor> tensors) throws LayerMismatch {
        boolean cut = tensors.containsKey(FISHER_FACTORS);
        if (!tensors.containsKey(FISHER) && !cut) {
            return null;
        }
        LayerTensors known = new LayerTensors(tensors, KNOWN);
        float positions = known.floats(POSITIONS, 1)[0];
        if (positions <= 0) {
            throw new LayerMismatch("needs a number above 0 in " + POSITIONS);
        }
        if (cut) {
            List<double[]> zeros = Collections.nCopies(layer.groups(), new double[outputs()]);
            List<double[]> matrices = factored(known, FISHER_FACTORS, FISHER_REST, outputs(), zeros).stream()
                    .map(FactoredMoments::gram)
                    .toList();
            return new OutputFisher(positions, matrices);
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
