package org.driftscope.ui.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.DriftscopeException;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.history.HistoryActions;
import org.driftscope.ui.history.HistoryRow;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.Score;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.PointOrigins;
import org.driftscope.ui.workspace.StateSpec;
import org.driftscope.ui.workspace.Workspace;

/** Brings archived trials back into the window, each as one step of undo. */
public final class HistoryDesk implements HistoryActions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExplorerViewModel explorer;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private final Consumer<String> said;

    /** @param said takes the sentence on what was put on the chart */
    public HistoryDesk(
            ExplorerViewModel explorer, BackgroundRunner runner, ProblemSink problems, Consumer<String> said) {
        this.said = said;
        this.explorer = explorer;
        this.runner = runner;
        this.problems = problems;
    }

    @Override
    public void restore(HistoryRow row) {
        attempt("Restoring settings", open -> {
            ExperimentSpec spec = spec(row);
            requireStatistics(open, spec);
            edit("settings of a trial", state -> StateSpec.taken(open.network(), state, spec));
        });
    }

    @Override
    public void putOnChart(List<HistoryRow> rows) {
        String doing = "Putting trials on the chart";
        // on a worker: the hashes read whole files
        attempt(
                doing,
                open -> runner.run(Job.<List<CalibrationPoint>>of(
                        doing,
                        (progress, cancel) ->
                                rows.stream().map(row -> point(open, row)).toList(),
                        this::show,
                        error -> problems.show(doing, error))));
    }

    private void show(List<CalibrationPoint> points) {
        int before = explorer.history().get().points().size();
        edit("trials on the chart", state -> {
            ExplorerState more = state;
            for (CalibrationPoint point : points) {
                more = more.withoutPoint(point.id()).withPoint(point);
            }
            return more;
        });
        said.accept(sentence(points, explorer.history().get().points().size() - before));
    }

    private String sentence(List<CalibrationPoint> points, int more) {
        Workspace open = explorer.workspaceProperty().get();
        long elsewhere = points.stream()
                .map(point -> point.origin().model().sha256())
                .filter(sha256 -> open == null || !sha256.equals(open.network().sha256()))
                .count();
        String sentence = more == 0
                ? "Already on the chart."
                : "Put on the chart: " + more + (more == 1 ? " point." : " points.");
        return elsewhere == 0 ? sentence : sentence + " Those of another network are shown when it is chosen there.";
    }

    /** What is done with the open network. */
    @FunctionalInterface
    private interface Attempt {
        void on(Workspace open);
    }

    private void attempt(String doing, Attempt attempt) {
        Workspace open = explorer.workspaceProperty().get();
        try {
            if (open == null) {
                throw new DriftscopeException("No network is open to take the trial over to. Open a model first.");
            }
            attempt.on(open);
        } catch (DriftscopeException e) {
            problems.show(doing, e);
        }
    }

    private void edit(String step, UnaryOperator<ExplorerState> change) {
        explorer.history().step(step, change);
    }

    private ExperimentSpec spec(HistoryRow row) {
        // what an archive of an older version lacks is as it was then, by default; not as it happens to be set now
        ExperimentSpec base = ExperimentSpec.defaults()
                .withDevices(explorer.settings().devices().known());
        return Settings.with(base, row.settings());
    }

    private static void requireStatistics(Workspace open, ExperimentSpec spec) {
        String sha256 = spec.calibration().settings().statistics();
        if (!open.knowsStatistics(sha256)) {
            throw new DriftscopeException("This trial took its statistics from a file that is not open (sha256 "
                    + sha256 + "). Open that file first, at \"Statistics from\".");
        }
    }

    /** The trial as a point; the chart shows it beside those of its own network and images only. */
    private CalibrationPoint point(Workspace open, HistoryRow row) {
        JsonNode source = provenance(row);
        ExperimentSpec spec = spec(row);
        TrialOutcome outcome = row.trial().outcome();
        return new CalibrationPoint(
                "trial-" + row.trial().key(),
                row.trial().tag(),
                false,
                spec.chip(),
                spec.driftedLayers(),
                layers(open, source, spec),
                spec.calibration(),
                score(outcome, outcome.cleanTop1()),
                score(outcome, outcome.driftedTop1()),
                score(outcome, outcome.calibratedTop1()),
                outcome.updatedParameters(),
                outcome.updatedPercent(),
                sramBits(outcome, spec),
                outcome.calibrationSeconds(),
                outcome.notes().isEmpty() ? List.of() : List.of(outcome.notes()),
                PointOrigins.of(open, row.trial(), source, spec));
    }

    /** The oldest archives have none. */
    private static long sramBits(TrialOutcome outcome, ExperimentSpec spec) {
        long recorded = (long) outcome.number(TrialColumns.SRAM_BITS.name());
        return recorded > 0
                ? recorded
                : CalibrationPoint.olderSramBits(spec.calibration(), outcome.updatedParameters());
    }

    /** Which layers another network has is not known here: those that the trial names, or none for all of them. */
    private static Set<String> layers(Workspace open, JsonNode source, ExperimentSpec spec) {
        LayerChoice asked = spec.calibratedLayers();
        return new LinkedHashSet<>(PointOrigins.isOf(open, source) ? asked.in(open.network()) : asked.patterns());
    }

    private static JsonNode provenance(HistoryRow row) {
        try {
            return JSON.readTree(row.trial().provenance());
        } catch (JsonProcessingException e) {
            throw new DataFormatException(
                    "The provenance of trial " + row.trial().key() + " in the archive cannot be read: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private static Score score(TrialOutcome outcome, double top1) {
        return new Score((int) Math.round(top1 * outcome.images()), outcome.images());
    }
}
