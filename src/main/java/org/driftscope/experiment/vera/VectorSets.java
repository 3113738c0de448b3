package org.driftscope.experiment.vera;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.driftscope.adapter.FrozenFactors;
import org.driftscope.adapter.VectorSet;
import org.driftscope.calibration.fit.MeanChip;
import org.driftscope.calibration.fit.VectorFitter;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** Fits the vectors of every layer for every age, each layer by itself, to simulated chips. */
public final class VectorSets {
    private final Workbench bench;
    private final SimulatedChips chips;
    private final int rank;
    private final boolean gains;

    /** @param gains whether each set has a gain a layer */
    public VectorSets(Workbench bench, SimulatedChips chips, int rank, boolean gains) {
        this.bench = bench;
        this.chips = chips;
        this.rank = rank;
        this.gains = gains;
    }

    /**
     * @param statistics of the inputs of the layers that get vectors
     * @return by layer's name, a set for each age
     */
    public Map<String, List<VectorSet>> fit(
            SetAges ages, Map<String, LayerStatistics> statistics, Progress progress, CancelToken cancel) {
        Map<String, List<VectorSet>> sets = new LinkedHashMap<>();
        statistics.keySet().forEach(layer -> sets.put(layer, new ArrayList<>()));
        for (int i = 0; i < ages.seconds().size(); i++) {
            double age = ages.seconds().get(i);
            List<Chip> aged = chips.at(age, cancel);
            List<Callable<Boolean>> tasks = new ArrayList<>();
            statistics.forEach((layer, inputs) -> {
                List<VectorSet> ofLayer = sets.get(layer);
                tasks.add(() -> ofLayer != null && ofLayer.add(set(layer, inputs, aged, age)));
            });
            bench.runAll(tasks, cancel);
            progress.report("Fitting sets", i + 1, ages.seconds().size());
        }
        return sets;
    }

    private VectorSet set(String layer, LayerStatistics inputs, List<Chip> aged, double age) {
        List<WeightMatrix> drifted = SimulatedChips.weights(aged, layer);
        WeightMatrix target = target(aged, layer);
        float gain = gains ? (float) MeanChip.gain(inputs, target, drifted) : 1;
        WeightMatrix mean = MeanChip.mean(drifted);
        float[] residual = new float[mean.values().length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = target.values()[i] - gain * mean.values()[i];
        }
        VectorFitter.Vectors found = new VectorFitter(inputs, residual, mean.cols(), rank, FrozenFactors.SEED).fit();
        return new VectorSet(
                age, singles(found.d(), 1), singles(found.b(), 1 / gain), gains ? new float[] {gain} : new float[0]);
    }

    private static WeightMatrix target(List<Chip> aged, String layer) {
        Chip.Layer onChip = aged.get(0).layers().get(layer);
        if (onChip == null) {
            throw new IllegalStateException("no cells of layer " + layer);
        }
        return onChip.crossbar().weights();
    }

    private static float[] singles(double[] values, double factor) {
        float[] singles = new float[values.length];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = (float) (values[i] * factor);
        }
        return singles;
    }
}
