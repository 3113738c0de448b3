package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.driftscope.adapter.Adapter;
import org.driftscope.calibration.LayerSolver;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;

/** Solvers of a chip's layers, made when first needed and then kept. */
final class SolverSession implements CalibrationSession {
    private final Chip chip;
    private final List<String> layers;
    private final Function<String, LayerSolver> makeSolver;
    private final Map<String, LayerSolver> solvers = new ConcurrentHashMap<>();
    private final Workers workers;

    SolverSession(Chip chip, List<String> layers, Function<String, LayerSolver> makeSolver, Workers workers) {
        this.chip = chip;
        this.layers = List.copyOf(layers);
        this.makeSolver = makeSolver;
        this.workers = workers;
    }

    @Override
    public CalibratedChip solve(int rank, LayerListener listener, Progress progress, CancelToken cancel) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        layers.forEach(layer -> ranks.put(layer, rank));
        return solve(ranks, listener, progress, cancel);
    }

    @Override
    public CalibratedChip solve(
            Map<String, Integer> ranks, LayerListener listener, Progress progress, CancelToken cancel) {
        List<String> chosen = layers.stream().filter(ranks::containsKey).toList();
        AtomicInteger done = new AtomicInteger();
        List<Callable<CalibratedChip.CalibratedLayer>> tasks = new ArrayList<>();
        for (String layer : chosen) {
            int rank = ranks.getOrDefault(layer, 1);
            tasks.add(() -> {
                CalibratedChip.CalibratedLayer result = solveLayer(layer, rank);
                listener.done(layer, result);
                progress.report("Calibrating " + layer, done.incrementAndGet(), chosen.size());
                return result;
            });
        }
        List<CalibratedChip.CalibratedLayer> results = workers.runAll(tasks, cancel);
        Map<String, CalibratedChip.CalibratedLayer> byName = new LinkedHashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            byName.put(chosen.get(i), results.get(i));
        }
        return new CalibratedChip(chip, byName);
    }

    private CalibratedChip.CalibratedLayer solveLayer(String layer, int rank) {
        LayerSolver solver = solvers.computeIfAbsent(layer, makeSolver);
        Adapter adapter = solver.solve(rank);
        return new CalibratedChip.CalibratedLayer(adapter, solver.error(null), solver.error(adapter));
    }
}
