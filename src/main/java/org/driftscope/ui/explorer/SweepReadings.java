package org.driftscope.ui.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.report.SettingColumns;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.charts.model.SweepReading;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.PointOrigin;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.PointOrigins;
import org.driftscope.ui.workspace.ResultData;
import org.driftscope.ui.workspace.StateSpec;
import org.jspecify.annotations.Nullable;

/** Measures a sweep's chips, on a worker: each at every drift or age, calibrated where that can be. */
final class SweepReadings {
    static final String TITLE = "Sweeping the drift";
    private static final int CHIPS = 3;

    private final Workbench bench;
    private final SweepStart start;
    private final KnownFiles places;
    private final CancelToken cancel;

    SweepReadings(Workbench bench, SweepStart start, KnownFiles places, CancelToken cancel) {
        this.bench = bench;
        this.start = start;
        this.places = places;
        this.cancel = cancel;
    }

    /** @param early takes each reading when it is there */
    List<SweepReading> all(Progress progress, Consumer<SweepReading> early) {
        List<SweepReading> readings = new ArrayList<>();
        List<Double> strengths = start.strengths();
        int steps = strengths.size() * CHIPS;
        boolean calibrates = Readiness.refusal(
                        bench.network(),
                        bench.evaluationImages().count() > 0,
                        bench.calibrationImages().count(),
                        start.state())
                .isEmpty();
        for (double strength : strengths) {
            for (int i = 0; i < CHIPS; i++) {
                progress.report(TITLE, readings.size(), steps);
                ChipSpec first = start.state().chip();
                ChipSpec chip = SweepStart.at(first, strength).withSeed(first.seed() + i);
                SweepReading reading = read(strength, chip, calibrates);
                readings.add(reading);
                early.accept(reading);
            }
        }
        return readings;
    }

    private SweepReading read(double strength, ChipSpec chip, boolean calibrates) {
        ExplorerState state = start.state().withChip(chip);
        if (calibrates) {
            Calibrated result = calibrated(state);
            double top1 = result.accuracy().top1();
            return new SweepReading(
                    strength,
                    chip.seed(),
                    result.outcome().result().clean().top1(),
                    result.drifted().top1(),
                    top1,
                    ResultData.of(result.point(), places),
                    kept(state, top1));
        }
        Accuracy clean = bench.clean(Progress.none(), cancel);
        Accuracy drifted = AccuracyTracker.read(bench, state.onChip(), Progress.none(), cancel)
                .accuracy();
        return new SweepReading(
                strength, chip.seed(), clean.top1(), drifted.top1(), Double.NaN, data(state, clean, drifted));
    }

    private Calibrated calibrated(ExplorerState state) {
        Calibrated result = new CalibrationRun(state, start.files(), (layer, fitted) -> {})
                .calibrate(bench, Progress.none(), cancel);
        places.add(result.origin(), start.files());
        return result;
    }

    /** @param calibrated top-1 of a calibration at the chip's age */
    private SweepReading.@Nullable Kept kept(ExplorerState state, double calibrated) {
        double from = start.keptFrom();
        double age = state.chip().secondsSinceProgramming();
        if (from == 0 || age < from) {
            return null;
        }
        if (age == from) {
            return new SweepReading.Kept(calibrated, 1, Map.of());
        }
        Calibrated result = calibrated(SweepStart.keptFrom(state, from, start.upkeep()));
        return new SweepReading.Kept(
                result.accuracy().top1(),
                result.outcome().result().service().times(),
                ResultData.of(result.point(), places));
    }

    /** Of a chip that was not calibrated. */
    private Map<String, String> data(ExplorerState state, Accuracy clean, Accuracy drifted) {
        PointOrigin origin = PointOrigins.of(bench, start.files(), state.calibration());
        places.add(origin, start.files());
        Map<String, String> data = new LinkedHashMap<>(ResultData.of(origin, clean.images()));
        data.putAll(SettingColumns.ofChip(StateSpec.of(bench.network(), state)));
        data.put("clean_percent", ResultData.percent(clean.top1()));
        data.put("drifted_percent", ResultData.percent(drifted.top1()));
        data.putAll(ResultData.build(origin));
        data.put("command", ResultData.driftedCommand(state.onChip(), origin, clean.images(), places));
        return data;
    }
}
