package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.CalibrationSession.LayerListener;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.Workbench;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** Runs one trial: clean, drift, correct by whatever method, score. */
public final class ExperimentRunner {
    private ExperimentRunner() {}

    /**
     * What a trial leaves behind.
     *
     * @param result numbers
     * @param correction what the method made, for whoever wants to look at weights or save adapters
     */
    public record Outcome(ExperimentResult result, Correction correction) {
        /** The chip with its adapters. */
        public CalibratedChip chip() {
            return correction.chip();
        }
    }

    /** @see #run(Workbench, ExperimentSpec, LayerListener, Progress, CancelToken) */
    public static Outcome run(Workbench bench, ExperimentSpec spec, Progress progress, CancelToken cancel) {
        return run(bench, spec, (layer, result) -> {}, progress, cancel);
    }

    /**
     * @param listener hears of each layer as it is fitted, on any thread; never called by methods that fit no layers
     * @param progress told stage by stage
     * @throws java.util.concurrent.CancellationException if cancelled; nothing is left half done
     */
    public static Outcome run(
            Workbench bench, ExperimentSpec spec, LayerListener listener, Progress progress, CancelToken cancel) {
        Network network = bench.network();
        Accuracy clean = bench.clean(stage(progress, "Clean accuracy"), cancel);
        Chip chip = bench.chip(spec.chip(), spec.driftedLayers().in(network), cancel);
        Accuracy drifted =
                bench.drifted(spec.chip(), chip.layers().keySet(), stage(progress, "Accuracy after drift"), cancel);
        List<String> wanted = spec.calibratedLayers().in(network);
        List<String> layers =
                chip.layers().keySet().stream().filter(wanted::contains).toList();
        long start = System.nanoTime();
        Trial trial = MostAffected.of(new Trial(bench, spec, chip, layers, listener), progress, cancel);
        Correction correction = TrialMethod.of(spec.calibration().method()).correct(trial, progress, cancel);
        double seconds = (System.nanoTime() - start) / 1e9;
        Accuracy after = bench.evaluate(
                correction.network(), correction.changes(), stage(progress, "Accuracy after calibration"), cancel);
        return new Outcome(result(trial, clean, drifted, after, correction, seconds), correction);
    }

    private static ExperimentResult result(
            Trial trial, Accuracy clean, Accuracy drifted, Accuracy after, Correction correction, double seconds) {
        List<ExperimentResult.Layer> layers = correction.chip().layers().entrySet().stream()
                .map(entry -> layer(entry.getKey(), entry.getValue()))
                .toList();
        long parameters = correction.updatedParameters();
        double percent = 100.0 * parameters / trial.bench().network().parameters();
        List<String> notes = new ArrayList<>(correction.notes());
        if (trial.calibration().settings().mostAffected() > 0) {
            notes.add("Layers calibrated: " + String.join(", ", trial.layers()) + ".");
        }
        return new ExperimentResult(
                clean,
                drifted,
                after,
                layers,
                parameters,
                percent,
                correction.sramBits(),
                correction.rramWrites(),
                seconds,
                notes);
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
