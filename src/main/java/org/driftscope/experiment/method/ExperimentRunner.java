package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.CalibrationSession.LayerListener;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.GradientNeed;
import org.driftscope.experiment.Reads;
import org.driftscope.experiment.Service;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ExperimentSpec;
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
        GradientNeed.require(network, spec.calibration());
        Chip chip = bench.chip(spec.chip(), spec.driftedLayers().in(network), cancel);
        // first, since scoring large images takes longer than all the rest and what is fitted can be looked at before
        Fit fit = fit(bench, spec, chip, listener, progress, cancel);
        Accuracy clean = bench.clean(stage(progress, "Clean accuracy"), cancel);
        Accuracy drifted =
                bench.drifted(spec.chip(), chip.layers().keySet(), stage(progress, "Accuracy after drift"), cancel);
        Accuracy after = bench.evaluate(
                fit.correction().network(),
                fit.correction().changes(),
                stage(progress, "Accuracy after calibration"),
                cancel);
        int reads = spec.readsOfAChip();
        Reads all = reads == 1
                ? Reads.once(drifted.top1(), after.top1())
                : new Reads(
                        bench.driftedReads(
                                spec.chip(),
                                chip.layers().keySet(),
                                reads,
                                stage(progress, "Reading the drifted chip again"),
                                cancel),
                        bench.reads(
                                        fit.correction().network(),
                                        fit.correction().changes(),
                                        after,
                                        reads,
                                        stage(progress, "Reading the calibrated chip again"),
                                        cancel)
                                .top1());
        return new Outcome(fit.result(clean, drifted, after, all), fit.correction());
    }

    /**
     * Corrects without scoring: what a chip in the field does, where there are no labelled images.
     *
     * @throws java.util.concurrent.CancellationException if cancelled; nothing is left half done
     */
    public static Fit fit(Workbench bench, ExperimentSpec spec, Progress progress, CancelToken cancel) {
        GradientNeed.require(bench.network(), spec.calibration());
        Chip chip = bench.chip(spec.chip(), spec.driftedLayers().in(bench.network()), cancel);
        return fit(bench, spec, chip, (layer, result) -> {}, progress, cancel);
    }

    private static Fit fit(
            Workbench bench,
            ExperimentSpec spec,
            Chip chip,
            LayerListener listener,
            Progress progress,
            CancelToken cancel) {
        Service service = Servicing.of(bench, spec, cancel);
        Trial now = Trial.of(bench, spec, chip, listener);
        AgedCorrection made = AgedCorrection.of(now, service.last(), progress, cancel);
        double percent =
                100.0 * made.correction().updatedParameters() / bench.network().parameters();
        return new Fit(made.correction(), percent, made.seconds(), service, notes(spec, made, service));
    }

    private static List<String> notes(ExperimentSpec spec, AgedCorrection made, Service service) {
        List<String> notes = new ArrayList<>(made.correction().notes());
        Trial trial = made.trial();
        CalibrationSpec calibration = trial.calibration();
        boolean chosen = calibration.settings().mostAffected() > 0;
        if (chosen && !SettingUse.LAYERS.matters(calibration.method())) {
            notes.add("Most affected was ignored: " + calibration.method().label() + " has no layers to choose.");
        } else if (chosen) {
            notes.add("Layers calibrated: " + String.join(", ", trial.layers()) + ".");
        }
        if (calibration.settings().reads() > 1 && !spec.chip().hasReadNoise()) {
            notes.add(MethodSetting.READS.label() + " was ignored: without read noise all reads of a chip are alike.");
        }
        KeptNote.of(spec, service).ifPresent(notes::add);
        if (calibration.settings().hasStatisticsFile() && calibration.method().needsImages()) {
            notes.add("Factory statistics do not serve " + calibration.method().label() + ": it ran "
                    + calibration.samples() + " images of "
                    + trial.bench().calibrationImages().name() + ".");
        }
        return notes;
    }

    private static Progress stage(Progress progress, String name) {
        return (stage, done, total) -> progress.report(name, done, total);
    }
}
