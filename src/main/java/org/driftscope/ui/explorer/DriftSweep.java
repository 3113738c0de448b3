package org.driftscope.ui.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.network.Network;
import org.driftscope.report.MethodTint;
import org.driftscope.report.SettingColumns;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.Progress;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.SweepAxis;
import org.driftscope.ui.charts.model.SweepMade;
import org.driftscope.ui.charts.model.SweepReading;
import org.driftscope.ui.explorer.words.ChipWords;
import org.driftscope.ui.explorer.words.MethodWords;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.PointOrigin;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobTicket;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.LayerCounts;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.PointOrigins;
import org.driftscope.ui.workspace.ResultData;
import org.driftscope.ui.workspace.StateSpec;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Accuracy against relative drift, or against time for a device that ages, with and without the calibration that is set; each
 * chip appears as it is done.
 */
public final class DriftSweep {
    private static final List<Double> DRIFTS = List.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3);
    private static final List<Double> AGES = Stream.of("1s", "1min", "1h", "1d", "30d", "1y", "10y")
            .map(Age::parse)
            .toList();
    private static final int CHIPS = 3;
    private static final String TITLE = "Sweeping the drift";

    private final ChartsViewModel charts;
    private final ExplorerViewModel explorer;
    private final KnownFiles places;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private @Nullable JobTicket running;
    private @Nullable Start shown;

    /** What a sweep starts with; without the network itself, which may be let go. */
    private record Start(OpenRequest files, int scored, ExplorerState state, double keptFrom, Upkeep upkeep) {}

    public DriftSweep(
            ChartsViewModel charts,
            ExplorerViewModel explorer,
            KnownFiles places,
            BackgroundRunner runner,
            ProblemSink problems) {
        this.charts = charts;
        this.explorer = explorer;
        this.places = places;
        this.runner = runner;
        this.problems = problems;
        explorer.history().stateProperty().subscribe(state -> mark());
        explorer.workspaceProperty().subscribe(open -> mark());
    }

    /** Starts on a snapshot of the settings. Whatever ends it, what was measured stays. */
    void start(Workspace workspace, ExplorerState state) {
        if (state.chip().drift().isMeasuredCellByCell()) {
            problems.show(
                    TITLE,
                    new DriftscopeException(
                            "A measured chip is as it was read: it has no drift to sweep. Choose other cells first."));
            return;
        }
        List<SweepReading> before = List.copyOf(charts.driftSweep());
        SweepMade madeBefore = charts.sweepMadeProperty().get();
        Start startBefore = shown;
        Start start = new Start(
                workspace.files(),
                workspace.evaluationCount(),
                keptFrom(state, 0, Upkeep.once()),
                keeps(state) ? charts.sweepKeptFromProperty().get() : 0,
                Upkeep.parse(charts.sweepUpkeepProperty().get()));
        shown = start;
        charts.driftSweep().clear();
        charts.sweepMadeProperty().set(made(start, workspace.network()));
        charts.sweepRunningProperty().set(true);
        charts.sweepProgressProperty().set(0);
        mark();
        Runnable ended = () -> {
            charts.sweepRunningProperty().set(false);
            if (charts.driftSweep().isEmpty()) {
                shown = startBefore;
                charts.sweepMadeProperty().set(madeBefore);
                charts.driftSweep().setAll(before);
            }
            mark();
        };
        running = explorer.monitor()
                .enqueue(Job.<List<SweepReading>>of(
                                TITLE,
                                (progress, cancel) -> workspace.use(bench -> sweep(bench, start, progress, cancel)),
                                readings -> {
                                    charts.driftSweep().setAll(readings);
                                    ended.run();
                                },
                                error -> {
                                    ended.run();
                                    problems.show(TITLE, error);
                                })
                        .onCancelled(ended)
                        .onProgress((stage, done, total) ->
                                charts.sweepProgressProperty().set((double) done / total)));
    }

    void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    private SweepMade made(Start start, Network network) {
        ExplorerState state = start.state();
        List<String> words = new ArrayList<>(List.of(
                PointOrigins.name(start.files().model()),
                String.format(
                        Locale.ROOT,
                        "%,d images of %s",
                        start.scored(),
                        PointOrigins.name(start.files().scored()))));
        if (state.chip().drift().ages()) {
            words.add(DeviceKinds.of(state.chip().drift()).name());
        }
        words.addAll(ChipWords.ofDevice(state.chip().crossbar()).values());
        words.addAll(ChipWords.ofLayers(state.drifting()).values());
        words.addAll(ChipWords.perLayer(state.chip()).values());
        words.addAll(MethodWords.settings(
                        state.calibration(), LayerCounts.of(network, state).calibrated())
                .values());
        return new SweepMade(
                axis(state),
                MethodWords.series(state.calibration()),
                MethodTint.of(state.calibration().method()),
                String.join(" \u00b7 ", words),
                start.keptFrom(),
                start.upkeep());
    }

    /** Whether the chip ages, and a calibration of it can be kept. */
    private static boolean keeps(ExplorerState state) {
        return axis(state) == SweepAxis.AGE
                && SettingUse.KEPT.matters(state.calibration().method());
    }

    /** @param seconds age at which the chip is first calibrated; 0 for its present age @param upkeep from then on */
    private static ExplorerState keptFrom(ExplorerState state, double seconds, Upkeep upkeep) {
        CalibrationSpec calibration = state.calibration();
        return state.withCalibration(calibration.withSettings(
                calibration.settings().withKeptFrom(seconds).withUpkeep(upkeep)));
    }

    /** Says so where the sweep was made with something else than what is set now; its own drift does not matter. */
    private void mark() {
        ExplorerState set = explorer.history().get();
        charts.sweepKeepsProperty().set(keeps(set));
        Start start = shown;
        Workspace open = explorer.workspaceProperty().get();
        boolean stale = start != null
                && open != null
                && (!start.files().isSameAs(open.files())
                        || !comparable(start.state()).equals(comparable(keptFrom(set, 0, Upkeep.once()))));
        charts.sweepStaleProperty()
                .set(stale ? "Made with other settings than those set now; the line below the chart names them." : "");
    }

    private static List<Object> comparable(ExplorerState state) {
        return List.of(at(state.chip(), 0), state.drifting(), SettingUse.relevant(state.calibration()), state.ticked());
    }

    private static SweepAxis axis(ExplorerState state) {
        return state.chip().drift().ages() ? SweepAxis.AGE : SweepAxis.DRIFT;
    }

    /** The chip with another relative drift, or at another age. */
    private static ChipSpec at(ChipSpec chip, double strength) {
        return chip.drift().ages() ? chip.withAge(strength) : chip.withDrift(new RelativeGaussianDrift(strength));
    }

    private List<SweepReading> sweep(Workbench bench, Start start, Progress progress, CancelToken cancel) {
        List<SweepReading> readings = new ArrayList<>();
        List<Double> strengths = strengths(start);
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
                ChipSpec chip = at(first, strength).withSeed(first.seed() + i);
                SweepReading reading = read(bench, start, strength, chip, calibrates, cancel);
                readings.add(reading);
                runner.onWindowThread(() -> showEarly(reading, cancel));
            }
        }
        return readings;
    }

    /** A calibration that is kept is made at one of the ages. */
    private static List<Double> strengths(Start start) {
        if (axis(start.state()) == SweepAxis.DRIFT) {
            return DRIFTS;
        }
        return Stream.concat(AGES.stream(), Stream.of(start.keptFrom()).filter(age -> age > 0))
                .distinct()
                .sorted()
                .toList();
    }

    private SweepReading read(
            Workbench bench, Start start, double strength, ChipSpec chip, boolean calibrates, CancelToken cancel) {
        ExplorerState state = start.state().withChip(chip);
        if (calibrates) {
            Calibrated result = calibrated(bench, start, state, cancel);
            double top1 = result.accuracy().top1();
            return new SweepReading(
                    strength,
                    chip.seed(),
                    result.outcome().result().clean().top1(),
                    result.drifted().top1(),
                    top1,
                    ResultData.of(result.point(), places),
                    kept(bench, start, state, top1, cancel));
        }
        Accuracy clean = bench.clean(Progress.none(), cancel);
        Accuracy drifted = AccuracyTracker.read(bench, state.onChip(), Progress.none(), cancel)
                .accuracy();
        return new SweepReading(
                strength,
                chip.seed(),
                clean.top1(),
                drifted.top1(),
                Double.NaN,
                data(bench, start, state, clean, drifted));
    }

    private Calibrated calibrated(Workbench bench, Start start, ExplorerState state, CancelToken cancel) {
        Calibrated result = new CalibrationRun(state, start.files(), (layer, fitted) -> {})
                .calibrate(bench, Progress.none(), cancel);
        places.add(result.origin(), start.files());
        return result;
    }

    /** @param calibrated top-1 of a calibration at the chip's age */
    private SweepReading.@Nullable Kept kept(
            Workbench bench, Start start, ExplorerState state, double calibrated, CancelToken cancel) {
        double from = start.keptFrom();
        double age = state.chip().secondsSinceProgramming();
        if (from == 0 || age < from) {
            return null;
        }
        if (age == from) {
            return new SweepReading.Kept(calibrated, 1, Map.of());
        }
        Calibrated result = calibrated(bench, start, keptFrom(state, from, start.upkeep()), cancel);
        return new SweepReading.Kept(
                result.accuracy().top1(),
                result.outcome().result().service().times(),
                ResultData.of(result.point(), places));
    }

    /** Of a chip that was not calibrated. */
    private Map<String, String> data(
            Workbench bench, Start start, ExplorerState state, Accuracy clean, Accuracy drifted) {
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

    private void showEarly(SweepReading reading, CancelToken cancel) {
        if (charts.sweepRunningProperty().get() && !cancel.isCancelled()) {
            charts.driftSweep().add(reading);
        }
    }
}
