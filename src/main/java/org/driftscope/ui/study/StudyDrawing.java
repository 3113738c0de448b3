package org.driftscope.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.figure.chart.Figure;
import org.driftscope.report.FinishedSweep;
import org.driftscope.report.StudyFigure;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.jspecify.annotations.Nullable;

/** A study's figure: it fills in as trials finish, and follows what the user wants to see of them. */
public final class StudyDrawing {
    private final LatestOnly lane;
    private final List<List<SweepRunner.Finished>> found = new ArrayList<>();
    private List<Sweep> asked = List.of();
    private final ObjectProperty<Spread> bars = new SimpleObjectProperty<>(this, "bars", Spread.STANDARD_DEVIATION);
    private final ObjectProperty<TrialColumn> column =
            new SimpleObjectProperty<>(this, "column", TrialColumns.CALIBRATED);
    private final ReadOnlyObjectWrapper<@Nullable StudyFindings> findings =
            new ReadOnlyObjectWrapper<>(this, "findings");
    private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>(this, "figure");

    StudyDrawing(BackgroundRunner runner) {
        this.lane = LatestOnly.finishing(runner);
        bars.subscribe((before, after) -> drawAgain());
        column.subscribe((before, after) -> drawAgain());
    }

    private void drawAgain() {
        StudyFindings finished = findings.get();
        if (finished != null) {
            figure.set(finished.figure(bars.get(), column.get()).orElse(null));
        }
    }

    void forget() {
        findings.set(null);
        figure.set(null);
    }

    /** Waits for the trials of these sweeps. */
    StudyRun.Listener begin(List<Sweep> sweeps) {
        asked = sweeps;
        found.clear();
        sweeps.forEach(sweep -> found.add(new ArrayList<>()));
        return (sweep, trial) -> {
            // a run that was cancelled may still finish a trial
            if (sweeps.equals(asked)) {
                heard(sweep, trial);
            }
        };
    }

    /** Draws what has been found so far. @param sweep its place in the plan */
    void heard(int sweep, SweepRunner.Finished trial) {
        found.get(sweep).add(trial);
        List<FinishedSweep> soFar = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).isEmpty()) {
                soFar.add(new FinishedSweep(asked.get(i), List.copyOf(found.get(i))));
            }
        }
        List<Sweep> drawn = asked;
        Spread as = bars.get();
        TrialColumn shown = column.get();
        lane.submit(Job.<Optional<Figure>>of(
                "Drawing what has been found",
                (progress, cancel) -> StudyFigure.of(FinishedSweep.groups(soFar), as, shown),
                now -> {
                    if (drawn.equals(asked) && findings.get() == null) {
                        figure.set(now.orElse(null));
                    }
                },
                // the finished figure says what is wrong
                error -> {}));
    }

    void done(StudyFindings all) {
        findings.set(all);
        drawAgain();
    }

    /** What the figure's bars are, and what follows "±" in the tables that are saved. */
    public ObjectProperty<Spread> barsProperty() {
        return bars;
    }

    /** Which number of the trials the figure shows. */
    public ObjectProperty<TrialColumn> columnProperty() {
        return column;
    }

    /** Null until a study has finished. */
    public ReadOnlyObjectProperty<@Nullable StudyFindings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Null before the first trial has finished, and where nothing makes an axis. */
    public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
        return figure.getReadOnlyProperty();
    }
}
