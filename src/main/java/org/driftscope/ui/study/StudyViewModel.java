package org.driftscope.ui.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.driftscope.cost.RangedCost;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.sweep.Studies;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.figure.chart.Figure;
import org.driftscope.report.FinishedSweep;
import org.driftscope.report.StudyFigure;
import org.driftscope.support.SpecException;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.jspecify.annotations.Nullable;

/** A study from its choice to its figure. */
public final class StudyViewModel {
    private static final String FIRST_STUDY = "rank";
    private static final int FIRST_CHIPS = 3;

    private final StudySource source;
    private final Path archive;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private final JobMonitor monitor;
    private final LatestOnly drawing;
    private final StudyForecast forecast;
    private final List<List<SweepRunner.Finished>> found = new ArrayList<>();
    private List<Sweep> asked = List.of();
    private final StringProperty study = new SimpleStringProperty(this, "study", FIRST_STUDY);
    private final IntegerProperty chips = new SimpleIntegerProperty(this, "chips", FIRST_CHIPS);
    private final IntegerProperty limit = new SimpleIntegerProperty(this, "limit", 0);
    private final ObjectProperty<@Nullable Path> experiment = new SimpleObjectProperty<>(this, "experiment");
    private final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>(this, "folder");
    private final ObservableList<String> swept = FXCollections.observableArrayList();
    private final ObservableList<TrialRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Spread> bars = new SimpleObjectProperty<>(this, "bars", Spread.STANDARD_DEVIATION);
    private final ObjectProperty<TrialColumn> column =
            new SimpleObjectProperty<>(this, "column", TrialColumns.CALIBRATED);
    private final ReadOnlyObjectWrapper<@Nullable StudyFindings> findings =
            new ReadOnlyObjectWrapper<>(this, "findings");
    private final ObservableList<RangedCost> costs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Consumer<Path>> writer = new ReadOnlyObjectWrapper<>(this, "writer");
    private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>(this, "figure");
    private final ReadOnlyObjectWrapper<@Nullable Path> written = new ReadOnlyObjectWrapper<>(this, "written");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper(this, "outcome", "");

    /**
     * @param archive file of the run archive
     * @param nanoClock tells the time left
     */
    public StudyViewModel(
            StudySource source, Path archive, BackgroundRunner runner, LongSupplier nanoClock, ProblemSink problems) {
        this.source = source;
        this.archive = archive;
        this.runner = runner;
        this.problems = problems;
        this.monitor = new JobMonitor(runner, nanoClock);
        this.drawing = LatestOnly.finishing(runner);
        this.forecast = new StudyForecast(source, runner);
        study.subscribe((before, after) -> askedAnew());
        experiment.subscribe((before, after) -> askedAnew());
        chips.subscribe((before, after) -> foresee());
        limit.subscribe((before, after) -> foresee());
        bars.subscribe((before, after) -> drawAgain());
        column.subscribe((before, after) -> drawAgain());
    }

    private void drawAgain() {
        StudyFindings found = findings.get();
        if (found != null) {
            figure.set(found.figure(bars.get(), column.get()).orElse(null));
        }
    }

    private void askedAnew() {
        forget();
        foresee();
    }

    /** Another question was chosen: what was found for the one before must not stand under it. */
    private void forget() {
        if (!monitor.runningProperty().get()) {
            findings.set(null);
            writer.set(null);
            figure.set(null);
            written.set(null);
            outcome.set("");
            swept.clear();
            rows.clear();
        }
    }

    /** Says how many trials there would be, and how long they take. */
    public void foresee() {
        forecast.foresee(experiment.get(), study.get(), chips.get(), limit.get());
    }

    /** Runs the experiment file if one is chosen, else the built-in study. */
    public void run() {
        Path file = experiment.get();
        if (file == null && study.get().equals(Studies.COST)) {
            source.cost().ifPresentOrElse(this::tellCosts, this::nothingOpen);
            return;
        }
        if (file == null) {
            runBuiltIn();
            return;
        }
        monitor.run(Job.of(
                "Reading " + file.getFileName(),
                (progress, cancel) -> source.ofFile(file),
                this::start,
                error -> problems.show("Reading " + file, error)));
    }

    private void runBuiltIn() {
        try {
            source.builtIn(study.get(), chips.get(), limit.get()).ifPresentOrElse(this::start, this::nothingOpen);
        } catch (SpecException e) {
            outcome.set(e.getMessage());
        }
    }

    private void nothingOpen() {
        outcome.set("Open a model and images first.");
    }

    private void tellCosts(CostStudy study) {
        monitor.run(Job.<List<RangedCost>>of(
                "Study: " + Studies.label(Studies.COST),
                (progress, cancel) -> study.costs(),
                found -> {
                    costs.setAll(found);
                    finish(
                            study::write,
                            found.size() + " rows. The figures they rest on are in the window's cost tab.");
                },
                error -> problems.show("Study: " + Studies.label(Studies.COST), error)));
    }

    /** What a study ends with. @param files writes its files to a folder */
    private void finish(Consumer<Path> files, String sentence) {
        writer.set(files);
        outcome.set(sentence);
        Path target = folder.get();
        if (target != null) {
            save(target);
        }
    }

    private void start(StudyPlan plan) {
        findings.set(null);
        writer.set(null);
        figure.set(null);
        written.set(null);
        outcome.set("");
        swept.setAll(plan.swept());
        rows.setAll(plan.rows());
        asked = plan.sweeps();
        found.clear();
        plan.sweeps().forEach(sweep -> found.add(new ArrayList<>()));
        StudyRun.Listener listener = (sweep, trial) -> {
            // a run that was cancelled may still finish a trial
            if (plan.sweeps().equals(asked)) {
                heard(sweep, trial);
            }
        };
        StudyRun run = new StudyRun(plan, List.copyOf(rows), archive, runner, listener);
        String title = "Study: " + Studies.label(plan.name());
        monitor.run(Job.of(title, run::compute, this::done, error -> {
                    rows.forEach(TrialRow::giveUp);
                    problems.show(title, error);
                })
                .onCancelled(this::cancelled));
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
        drawing.submit(Job.<Optional<Figure>>of(
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

    private void cancelled() {
        rows.forEach(TrialRow::giveUp);
        outcome.set("Cancelled. What had finished is in the archive: run it again to go on from there.");
    }

    private void done(StudyFindings found) {
        findings.set(found);
        figure.set(found.figure(bars.get(), column.get()).orElse(null));
        finish(
                target -> found.write(target, bars.get()),
                String.format(
                                Locale.US,
                                found.trials() == 1
                                        ? "%d trial, %d from the archive."
                                        : "%d trials, %d of them from the archive.",
                                found.trials(),
                                found.remembered())
                        + found.refusals().stream().map(why -> " " + why).collect(Collectors.joining()));
    }

    /** Writes figures, tables and experiment files of the finished study. */
    public void save(Path target) {
        Consumer<Path> files = writer.get();
        if (files == null) {
            return;
        }
        runner.run(Job.<Path>of(
                "Saving the study",
                (progress, cancel) -> {
                    files.accept(target);
                    return target;
                },
                saved -> {
                    written.set(saved);
                    outcome.set("Figures, tables and experiment files are in " + saved);
                },
                error -> problems.show("Saving the study", error)));
    }

    public void cancel() {
        monitor.cancel();
    }

    /** Name of the built-in study. */
    public StringProperty studyProperty() {
        return study;
    }

    /** Number of chips of a built-in study. */
    public IntegerProperty chipsProperty() {
        return chips;
    }

    /** First images that a built-in study scores with; 0 for all. */
    public IntegerProperty limitProperty() {
        return limit;
    }

    /** What the figure's bars are, and what follows "±" in the tables that are saved. */
    public ObjectProperty<Spread> barsProperty() {
        return bars;
    }

    /** Which number of the trials the figure shows. */
    public ObjectProperty<TrialColumn> columnProperty() {
        return column;
    }

    /** The experiment file that is run in place of a built-in study; null for none. */
    public ObjectProperty<@Nullable Path> experimentProperty() {
        return experiment;
    }

    /** Where the files go when the study has finished; null for nowhere. */
    public ObjectProperty<@Nullable Path> folderProperty() {
        return folder;
    }

    /** Settings that differ between the rows. */
    public ObservableList<String> swept() {
        return swept;
    }

    /** The grid. */
    public ObservableList<TrialRow> rows() {
        return rows;
    }

    public JobMonitor monitor() {
        return monitor;
    }

    /** What each method costs; empty until the study of costs was run. */
    public ObservableList<RangedCost> costs() {
        return costs;
    }

    /** Whether the study of costs is chosen, which has no trials. */
    BooleanBinding asksForCosts() {
        return study.isEqualTo(Studies.COST).and(experiment.isNull());
    }

    /** Whether a finished study can be saved. */
    BooleanBinding isSavable() {
        return writer.isNotNull();
    }

    /** Null until a study has finished. */
    public ReadOnlyObjectProperty<@Nullable StudyFindings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Null until a study has finished, and where nothing makes an axis. */
    public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** The folder that was written; null before. */
    public ReadOnlyObjectProperty<@Nullable Path> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** How many trials a run would have, and about how long it would take; "" where that is not known. */
    public ReadOnlyStringProperty forecastProperty() {
        return forecast.wordsProperty();
    }

    /** How it ended, a sentence; "" before. */
    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
