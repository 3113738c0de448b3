package org.driftscope.ui.main;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.DriftscopeException;
import org.driftscope.ui.history.HistoryActions;
import org.driftscope.ui.history.HistoryRow;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.Score;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.ProblemSink;

/** Brings archived trials back into the window, each as one step of undo. */
final class HistoryDesk implements HistoryActions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExplorerViewModel explorer;
    private final BackgroundRunner runner;
    private final ProblemSink problems;

    HistoryDesk(ExplorerViewModel explorer, BackgroundRunner runner, ProblemSink problems) {
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
        edit("trials on the chart", state -> {
            ExplorerState more = state;
            for (CalibrationPoint point : points) {
                more = more.withoutPoint(point.id()).withPoint(point);
            }
            return more;
        });
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
        explorer.history().seal();
        explorer.history().edit(step, change);
        explorer.history().seal();
    }

    private static ExperimentSpec spec(HistoryRow row) {
        // what an archive of an older version lacks is as it was then, by default; not as it happens to be set now
        return Settings.with(ExperimentSpec.defaults(), row.settings());
    }

    private static void requireStatistics(Workspace open, ExperimentSpec spec) {
        String sha256 = spec.calibration().settings().statistics();
        if (!open.knowsStatistics(sha256)) {
            throw new DriftscopeException("This trial took its statistics from a file that is not open (sha256 "
                    + sha256 + "). Open that file first, at \"Statistics from\".");
        }
    }

    /** The trial as a point; only one of the same network and images belongs beside the others. */
    private static CalibrationPoint point(Workspace open, HistoryRow row) {
        JsonNode source = provenance(row);
        if (!source.path("modelSha256").asText().equals(open.network().sha256())
                || !source.path("imagesSha256").asText().equals(open.imagesSha256())) {
            throw new DriftscopeException("Trial " + row.trial().key().substring(0, 8)
                    + " was made with another network or other images than those that are open, so its accuracy does"
                    + " not belong on this chart. Open its files first.");
        }
        ExperimentSpec spec = spec(row);
        TrialOutcome outcome = row.trial().outcome();
        return new CalibrationPoint(
                "trial-" + row.trial().key(),
                row.trial().tag(),
                false,
                spec.chip(),
                spec.driftedLayers(),
                new LinkedHashSet<>(spec.calibratedLayers().in(open.network())),
                spec.calibration(),
                score(outcome, outcome.cleanTop1()),
                score(outcome, outcome.driftedTop1()),
                score(outcome, outcome.calibratedTop1()),
                outcome.updatedParameters(),
                outcome.updatedPercent(),
                outcome.calibrationSeconds(),
                outcome.notes().isEmpty() ? List.of() : List.of(outcome.notes()),
                PointOrigins.of(open, row.trial(), source, spec.calibration()));
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
