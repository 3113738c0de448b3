package org.driftscope.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.network.Network;
import org.driftscope.report.MethodTint;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.SweepAxis;
import org.driftscope.ui.charts.model.SweepMade;
import org.driftscope.ui.charts.model.SweepReading;
import org.driftscope.ui.explorer.words.ChipWords;
import org.driftscope.ui.explorer.words.MethodWords;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobTicket;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.LayerCounts;
import org.driftscope.ui.workspace.PointOrigins;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Accuracy against relative drift, or against time for a device that ages, with and without the calibration that is set; each
 * chip appears as it is done.
 */
public final class DriftSweep {
    private final ChartsViewModel charts;
    private final ExplorerViewModel explorer;
    private final KnownFiles places;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private @Nullable JobTicket running;
    private @Nullable SweepStart shown;

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
        ChipSpec chip = state.chip();
        if (!chip.drift().ages() && !chip.driftIsSet()) {
            problems.show(
                    SweepReadings.TITLE,
                    new DriftscopeException((chip.drift().isMeasuredCellByCell()
                                    ? "A measured chip is as it was read: it has no drift to sweep."
                                    : DeviceKinds.of(chip.drift()).name() + " has no drift to sweep.")
                            + " Choose other cells first."));
            return;
        }
        List<SweepReading> before = List.copyOf(charts.driftSweep());
        SweepMade madeBefore = charts.sweepMadeProperty().get();
        SweepStart startBefore = shown;
        SweepStart start = new SweepStart(
                workspace.files(),
                workspace.evaluationCount(),
                SweepStart.keptFrom(state, 0, Upkeep.once()),
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
                                SweepReadings.TITLE,
                                (progress, cancel) -> workspace.use(bench -> new SweepReadings(
                                                bench, start, places, cancel)
                                        .all(
                                                progress,
                                                reading -> runner.onWindowThread(() -> showEarly(reading, cancel)))),
                                readings -> {
                                    charts.driftSweep().setAll(readings);
                                    ended.run();
                                },
                                error -> {
                                    ended.run();
                                    problems.show(SweepReadings.TITLE, error);
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

    private SweepMade made(SweepStart start, Network network) {
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
                SweepStart.axis(state),
                MethodWords.series(state.calibration()),
                MethodTint.of(state.calibration().method()),
                String.join(" \u00b7 ", words),
                start.keptFrom(),
                start.upkeep());
    }

    /** Whether the chip ages, and a calibration of it can be kept. */
    private static boolean keeps(ExplorerState state) {
        return SweepStart.axis(state) == SweepAxis.AGE
                && SettingUse.KEPT.matters(state.calibration().method());
    }

    /** Says so where the sweep was made with something else than what is set now; its own drift does not matter. */
    private void mark() {
        ExplorerState set = explorer.history().get();
        charts.sweepKeepsProperty().set(keeps(set));
        SweepStart start = shown;
        Workspace open = explorer.workspaceProperty().get();
        boolean stale = start != null
                && open != null
                && (!start.files().isSameAs(open.files())
                        || !comparable(start.state()).equals(comparable(SweepStart.keptFrom(set, 0, Upkeep.once()))));
        charts.sweepStaleProperty()
                .set(stale ? "Made with other settings than those set now; the line below the chart names them." : "");
    }

    private static List<Object> comparable(ExplorerState state) {
        return List.of(
                SweepStart.at(state.chip(), 0),
                state.drifting(),
                SettingUse.relevant(state.calibration()),
                state.ticked());
    }

    private void showEarly(SweepReading reading, CancelToken cancel) {
        if (charts.sweepRunningProperty().get() && !cancel.isCancelled()) {
            charts.driftSweep().add(reading);
        }
    }
}
