package org.driftscope.experiment.vera;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.adapter.FrozenFactors;
import org.driftscope.adapter.VectorSet;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.ImageSource;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;

/** Trains sets end to end, each at its age, from where a fit layer by layer left them; the chips take turns. */
public final class TrainedSets {
    private final Workbench bench;
    private final SimulatedChips chips;
    private final ImageSource images;
    private final int steps;

    /** @param images labelled @param steps of each set */
    public TrainedSets(Workbench bench, SimulatedChips chips, ImageSource images, int steps) {
        this.bench = bench;
        this.chips = chips;
        this.images = images;
        this.steps = steps;
    }

    /**
     * @param start by layer's name, a set for each age; not modified
     * @return the same after training
     */
    public Map<String, List<VectorSet>> train(
            Map<String, List<VectorSet>> start, double learningRate, Progress progress, CancelToken cancel) {
        Map<String, List<VectorSet>> trained = new LinkedHashMap<>();
        start.keySet().forEach(layer -> trained.put(layer, new ArrayList<>()));
        int ages = start.values().iterator().next().size();
        for (int i = 0; i < ages; i++) {
            int place = i;
            Map<String, VectorSet> of = new LinkedHashMap<>();
            start.forEach((layer, sets) -> of.put(layer, sets.get(place)));
            Map<String, VectorSet> better = one(
                    of,
                    learningRate,
                    (stage, done, total) -> progress.report(stage, place * total + done, ages * total),
                    cancel);
            trained.forEach((layer, sets) -> {
                VectorSet set = better.get(layer);
                if (set != null) {
                    sets.add(set);
                }
            });
        }
        return trained;
    }

    private Map<String, VectorSet> one(
            Map<String, VectorSet> start, double learningRate, Progress progress, CancelToken cancel) {
        double age = start.values().iterator().next().age();
        List<Map<String, WeightMatrix>> drifted = new ArrayList<>();
        for (Chip chip : chips.at(age, cancel)) {
            Map<String, WeightMatrix> weights = new LinkedHashMap<>();
            chip.layers().forEach((name, layer) -> weights.put(name, layer.weights()));
            drifted.add(weights);
        }
        return new VectorTrainer(bench.network(), start, FrozenFactors.SEED, bench.threads())
                .train(
                        step -> drifted.get(step % drifted.size()),
                        learningRate,
                        steps,
                        images,
                        bench.preprocessing(),
                        RandomSource.of(SimulatedChips.FIRST_SEED).child("training"),
                        progress,
                        cancel);
    }
}
