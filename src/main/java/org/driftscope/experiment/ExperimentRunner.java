package org.driftscope.experiment;

import java.util.List;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** Runs one trial: clean, drift, calibrate, score. */
public final class ExperimentRunner {
    private ExperimentRunner() {}

    /** What a trial leaves behind: its result, and the calibrated chip for whoever wants to save its adapters. */
    public record Outcome(ExperimentResult result, CalibratedChip chip) {}

    /**
     * @param progress told stage by stage
     * @throws java.util.concurrent.CancellationException if cancelled; nothing is left half done
     */
    public static Outcome run(Workbench bench, ExperimentSpec spec, Progress progress, CancelToken cancel) {
        Network network = bench.network();
        Accuracy clean = bench.clean(stage(progress, "Clean accuracy"), cancel);
        Chip chip = bench.chip(spec.chip(), spec.driftedLayers().in(network), cancel);
        Accuracy drifted =
                bench.drifted(spec.chip(), chip.layers().keySet(), stage(progress, "Accuracy after drift"), cancel);
        long start = System.nanoTime();
        CalibratedChip calibrated = bench.calibrate(
                        chip,
                        spec.calibration(),
                        spec.calibratedLayers().in(network),
                        spec.chip().seed(),
                        progress,
                        cancel)
                .solve(spec.calibration().rank(), (layer, result) -> {}, progress, cancel);
        double seconds = (System.nanoTime() - start) / 1e9;
        Accuracy after = bench.evaluate(calibrated.changes(), stage(progress, "Accuracy after calibration"), cancel);
        return new Outcome(result(network, clean, drifted, after, calibrated, seconds), calibrated);
    }

    private static ExperimentResult result(
            Network network,
            Accuracy clean,
            Accuracy drifted,
            Accuracy after,
            CalibratedChip calibrated,
            double seconds) {
        List<ExperimentResult.Layer> layers = calibrated.layers().entrySet().stream()
                .map(entry -> layer(entry.getKey(), entry.getValue()))
                .toList();
        long parameters = calibrated.updatedParameters();
        double percent = 100.0 * parameters / network.parameters();
        return new ExperimentResult(clean, drifted, after, layers, parameters, percent, 0, seconds);
    }

    private static ExperimentResult.Layer layer(String name, CalibratedChip.CalibratedLayer layer) {
        return new ExperimentResult.Layer(
                name,
                layer.adapter().rank(),
                layer.errorBefore(),
                layer.errorAfter(),
                layer.adapter().parameters());
    }

    private static Progress stage(Progress progress, String name) {
        return (stage, done, total) -> progress.report(name, done, total);
    }
}
