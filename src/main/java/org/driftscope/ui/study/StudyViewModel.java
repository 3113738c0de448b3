package org.driftscope.ui.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
import org.driftscope.experiment.sweep.Studies;
import org.driftscope.support.SpecException;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
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
    private final StudyDrawing drawing;
    private final StudyForecast forecast;
    private final StringProperty study = new SimpleStringProperty(this, "study", FIRST_STUDY);
    private final IntegerProperty chips = new SimpleIntegerProperty(this, "chips", FIRST_CHIPS);
    private final IntegerProperty limit = new SimpleIntegerProperty(this, "limit", 0);
    private final ObjectProperty<@Nullable Path> experiment = new SimpleObjectProperty<>(this, "experiment");
    private final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>(this, "folder");
    private final ObservableList<String> swept = FXCollections.observableArrayList();
    private final ObservableList<TrialRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RangedCost> costs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Consumer<Path>> writer = new ReadOnlyObjectWrapper<>(this, "writer");
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
        this.drawing = new StudyDrawing(runner);
        this.forecast = new StudyForecast(source, runner);
        study.subscribe((before, after) -> askedAnew());
        experiment.subscribe((before, after) -> askedAnew());
        chips.subscribe((before, after) -> foresee());
        limit.subscribe((before, after) -> foresee());
    }

    private void askedAnew() {
        forget();
        foresee();
    }

    /** Another question was chosen: what was found for the one before must not stand under it. */
    private void forget() {
        if (!monitor.runningProperty().get()) {
            clear();
            swept.clear();
            rows.clear();
        }
    }

    private void clear() {
        drawing.forget();
        writer.set(null);
        written.set(null);
        outcome.set("");
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
        clear();
        swept.setAll(plan.swept());
        rows.setAll(plan.rows());
        StudyRun run = new StudyRun(plan, List.copyOf(rows), archive, runner, drawing.begin(plan.sweeps()));
        String title = "Study: " + Studies.label(plan.name());
        monitor.run(Job.of(title, run::compute, this::done, error -> {
                    rows.forEach(TrialRow::giveUp);
                    problems.show(title, error);
                })
                .onCancelled(this::cancelled));
    }

    private void cancelled() {
        rows.forEach(TrialRow::giveUp);
        outcome.set("Cancelled. What had finished is in the archive: run it again to go on from there.");
    }

    private void done(StudyFindings found) {
        drawing.done(found);
        finish(
                target -> found.write(target, drawing.barsProperty().get()),
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

    /** What is drawn of the trials, and how. */
    public StudyDrawing drawing() {
        return drawing;
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
