package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.driftscope.adapter.Adapter;
import org.driftscope.calibration.LayerSolver;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.support.CancelToken;
import org.driftscope.support.CancellableLock;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;

/**
 * Solvers of a chip's layers, made when first needed and then kept.
 *
 * <p>While solvers are being made other calls wait on their own threads, so that none of the crew is held up by a layer
 * that another one is factorising.
 */
final class SolverSession implements CalibrationSession {
    private final Chip chip;
    private final List<String> layers;
    private final BiFunction<String, CancelToken, LayerSolver> makeSolver;
    private final Map<String, LayerSolver> solvers = new ConcurrentHashMap<>();
    private final Workers workers;
    private final long bytes;
    private final CancellableLock making = new CancellableLock();

    SolverSession(
            Chip chip,
            List<String> layers,
            BiFunction<String, CancelToken, LayerSolver> makeSolver,
            Workers workers,
            long bytes) {
        this.chip = chip;
        this.layers = List.copyOf(layers);
        this.makeSolver = makeSolver;
        this.workers = workers;
        this.bytes = bytes;
    }

    /** What all its solvers take. */
    long bytes() {
        return bytes;
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
        List<Callable<CalibratedChip.CalibratedLayer>> tasks = tasks(chosen, ranks, listener, progress, cancel);
        List<CalibratedChip.CalibratedLayer> results = run(chosen, tasks, cancel);
        Map<String, CalibratedChip.CalibratedLayer> byName = new LinkedHashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            byName.put(chosen.get(i), results.get(i));
        }
        return new CalibratedChip(chip, byName);
    }

    private List<Callable<CalibratedChip.CalibratedLayer>> tasks(
            List<String> chosen,
            Map<String, Integer> ranks,
            LayerListener listener,
            Progress progress,
            CancelToken cancel) {
        AtomicInteger done = new AtomicInteger();
        List<Callable<CalibratedChip.CalibratedLayer>> tasks = new ArrayList<>();
        for (String layer : chosen) {
            int rank = ranks.getOrDefault(layer, 1);
            tasks.add(() -> {
                CalibratedChip.CalibratedLayer result = solveLayer(layer, rank, cancel);
                listener.done(layer, result);
                progress.report("Calibrating " + layer, done.incrementAndGet(), chosen.size());
                return result;
            });
        }
        return tasks;
    }

    private List<CalibratedChip.CalibratedLayer> run(
            List<String> chosen, List<Callable<CalibratedChip.CalibratedLayer>> tasks, CancelToken cancel) {
        if (solvers.keySet().containsAll(chosen)) {
            return workers.runAll(tasks, cancel);
        }
        making.enter(cancel);
        try {
            return workers.runAll(tasks, cancel);
        } finally {
            making.leave();
        }
    }

    /** Whoever has to make one does so under the lock, and each layer is asked for once there. */
    private LayerSolver solverOf(String layer, CancelToken cancel) {
        LayerSolver known = solvers.get(layer);
        if (known != null) {
            return known;
        }
        LayerSolver made = makeSolver.apply(layer, cancel);
        solvers.put(layer, made);
        return made;
    }

    private CalibratedChip.CalibratedLayer solveLayer(String layer, int rank, CancelToken cancel) {
        NativeThreads.useOneHere();
        LayerSolver solver = solverOf(layer, cancel);
        Adapter adapter = solver.solve(rank, cancel);
        return new CalibratedChip.CalibratedLayer(
                adapter, solver.error(null), solver.error(adapter), solver.outputVariance());
    }
}
