package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.lesson.BundledLessons;
import org.driftscope.io.lesson.Lesson;
import org.driftscope.io.lesson.LessonReader;
import org.driftscope.report.worksheet.Worksheet;
import org.driftscope.report.worksheet.WorksheetHtml;
import org.driftscope.ui.files.FileChoices;
import org.driftscope.ui.lessons.LessonActions;
import org.driftscope.ui.lessons.LessonViewModel;
import org.driftscope.ui.lessons.Situation;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.OpenedNews;

/** Opens lessons and writes worksheets. */
public final class LessonDesk {
    private final LessonViewModel model;
    private final FileChoices choices;
    private final JobMonitor monitor;
    private final ProblemSink problems;
    private final OpenedNews news;
    private final Consumer<Path> opened;
    private final String source;

    /**
     * @param opened hears of each lesson that was opened, for the list of recent files
     * @param version of the program, for worksheets
     */
    LessonDesk(
            Situation situation,
            FileChoices choices,
            JobMonitor monitor,
            ProblemSink problems,
            OpenedNews news,
            Consumer<Path> opened,
            String version) {
        this.model = new LessonViewModel(situation, first(), BundledLessons.all(first()));
        this.choices = choices;
        this.monitor = monitor;
        this.problems = problems;
        this.news = news;
        this.opened = opened;
        this.source = "Measured with Driftscope " + version + ".";
    }

    /** What a first start shows, on all layers. */
    static ExperimentSpec first() {
        ExplorerState first = ExplorerState.first();
        return new ExperimentSpec(first.chip(), LayerChoice.all(), LayerChoice.all(), first.calibration());
    }

    /** The lesson that is given. */
    public LessonViewModel model() {
        return model;
    }

    LessonActions actions() {
        return new LessonActions(this::choose, this::worksheet);
    }

    /** Gives the first lesson, from its beginning or from where it was left. */
    void tour() {
        model.give(model.lessons().get(0));
    }

    /** Shows the panel with the lessons to choose from, or takes it away. */
    void toggle() {
        if (model.shownProperty().get()) {
            model.close();
        } else {
            model.choose();
        }
    }

    void choose() {
        choices.lesson().ifPresent(this::open);
    }

    /** Opens a lesson and gives it. */
    public void open(Path file) {
        String doing = "Opening " + file.getFileName();
        monitor.run(Job.<Lesson>of(
                doing,
                (progress, cancel) -> LessonReader.read(file, first()),
                lesson -> {
                    model.give(lesson);
                    opened.accept(file);
                },
                error -> problems.show(doing, error)));
    }

    private void worksheet() {
        Worksheet sheet = model.worksheet(source);
        if (sheet != null) {
            choices.saveWorksheet().ifPresent(file -> write(sheet, file));
        }
    }

    private void write(Worksheet sheet, Path file) {
        String doing = "Writing the worksheet";
        monitor.run(Job.<Path>of(
                doing,
                (progress, cancel) -> {
                    WorksheetHtml.write(sheet, file);
                    return file;
                },
                written -> news.wrote("the worksheet", String.valueOf(written.getFileName()), List.of()),
                error -> problems.show(doing, error)));
    }
}
