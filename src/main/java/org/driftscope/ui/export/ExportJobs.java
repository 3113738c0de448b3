package org.driftscope.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.FigureCommands;
import org.driftscope.figure.export.FigureCsv;
import org.driftscope.figure.export.FigureExporter;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.support.SpecException;
import org.driftscope.ui.control.prompt.FilePrompt;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.Problem;
import org.driftscope.ui.workspace.TextClipboard;

/** Saving and copying, away from the JavaFX thread; what came of it is told in one sentence. */
final class ExportJobs {
    private static final double POINTS_PER_INCH = 72;

    private final ExportViewModel model;
    private final BackgroundRunner runner;
    private final FilePrompt files;
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper(this, "outcome", "");

    ExportJobs(ExportViewModel model, BackgroundRunner runner, FilePrompt files) {
        this.model = model;
        this.runner = runner;
        this.files = files;
    }

    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    void save(List<NamedFigure> figures) {
        withSpec(spec -> {
            String ending = spec.format().extension();
            write(
                    figures,
                    ending,
                    spec.format().label(),
                    (figure, target) -> FigureExporter.export(
                            figure.figure(), spec.tallEnoughFor(figure.figure()), model.provenance(figure), target));
        });
    }

    void saveNumbers(List<NamedFigure> figures) {
        write(
                figures,
                "csv",
                "CSV",
                (figure, target) ->
                        FigureCsv.write(figure.figure().table(), model.provenanceOfNumbers(figure), target));
    }

    void copy(NamedFigure figure) {
        withSpec(spec -> runner.run(Job.of(
                "Copying a picture",
                (progress, cancel) -> ExportPreview.draw(figure, spec, spec.dpi() / POINTS_PER_INCH),
                picture -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(ExportPreview.image(picture));
                    Clipboard.getSystemClipboard().setContent(content);
                    model.remember();
                    outcome.set("Copied " + figure.name() + ", " + picture.width() + " \u00d7 " + picture.height()
                            + " pixels.");
                },
                this::failed)));
    }

    void copyCommands(NamedFigure figure) {
        List<String> commands = FigureCommands.of(figure);
        if (commands.isEmpty()) {
            outcome.set("No command line makes " + figure.name() + " again.");
            return;
        }
        TextClipboard.put(String.join("\n", commands));
        outcome.set(
                commands.size() == 1
                        ? "Copied the command line of " + figure.name() + "."
                        : "Copied " + commands.size() + " command lines of " + figure.name() + ".");
    }

    void failed(Throwable error) {
        outcome.set(Problem.of("Exporting", error).sentence());
    }

    /** Runs an action with the present choices, or says which of them is out of range. */
    void withSpec(Consumer<ExportSpec> action) {
        try {
            action.accept(model.spec());
        } catch (SpecException e) {
            failed(e);
        }
    }

    private void write(List<NamedFigure> figures, String ending, String kind, Writer writer) {
        if (figures.size() == 1) {
            NamedFigure figure = figures.get(0);
            files.save("Save " + kind, figure.fileName() + "." + ending, kind)
                    .ifPresent(target -> run(target.toString(), () -> writer.write(figure, target)));
            return;
        }
        Optional<Path> folder = figures.isEmpty() ? Optional.empty() : files.folder("Folder for the figures");
        folder.ifPresent(place -> run(
                figures.size() + " files in " + place,
                () -> figures.forEach(
                        figure -> writer.write(figure, place.resolve(figure.fileName() + "." + ending)))));
    }

    private void run(String what, Runnable work) {
        runner.run(Job.of(
                "Exporting",
                (progress, cancel) -> {
                    work.run();
                    return what;
                },
                saved -> {
                    model.remember();
                    outcome.set("Saved " + saved);
                },
                this::failed));
    }

    private interface Writer {
        void write(NamedFigure figure, Path target);
    }
}
