package org.driftscope.ui.export;

import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.stage.Window;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.control.OverWindow;
import org.driftscope.ui.control.prompt.FilePrompt;
import org.driftscope.ui.task.BackgroundRunner;
import org.jspecify.annotations.Nullable;

/** Chooses figures, format, size and colours with a live preview, and saves or copies them. */
public final class ExportDialog extends Dialog<Void> {
    private static final ButtonType CLOSE = new ButtonType("Close", ButtonBar.ButtonData.CANCEL_CLOSE);

    private final ExportViewModel model;
    private final ExportJobs jobs;
    private final ExportForm form;
    private final ExportPreview preview;

    /** @param files asks where to save */
    public ExportDialog(Window owner, ExportViewModel model, BackgroundRunner runner, FilePrompt files) {
        this.model = model;
        this.jobs = new ExportJobs(model, runner, files);
        this.form = new ExportForm(model);
        this.preview = new ExportPreview(runner, jobs::failed);
        OverWindow.place(this, owner);
        setTitle("Export figure");
        setResizable(true);
        getDialogPane().setId("export-dialog");
        getDialogPane()
                .getStylesheets()
                .add(Objects.requireNonNull(ExportDialog.class.getResource("export.css"))
                        .toExternalForm());
        getDialogPane().getButtonTypes().add(CLOSE);
        getDialogPane().setContent(content());
        followChoices();
    }

    private BorderPane content() {
        BorderPane content = new BorderPane(preview);
        content.getStyleClass().add("export-content");
        content.setLeft(form);
        content.setBottom(actions());
        return content;
    }

    private BorderPane actions() {
        Button save = button("export-save", "Save\u2026", "Writes the chosen figures in the chosen format.");
        save.setDefaultButton(true);
        save.setOnAction(event -> jobs.save(chosen()));
        Button copy = button("export-copy", "Copy picture", "Puts the figure on the clipboard as pixels.");
        copy.setOnAction(event -> chosen().stream().findFirst().ifPresent(jobs::copy));
        Button command = button(
                "export-command", "Copy command", "Copies the command lines that make the figure's numbers again.");
        command.setOnAction(event -> chosen().stream().findFirst().ifPresent(jobs::copyCommands));
        Button numbers = button(
                "export-numbers", "Save the numbers\u2026", "Writes the numbers behind the chosen figures as CSV.");
        numbers.setOnAction(event -> jobs.saveNumbers(chosen()));
        ButtonBar bar = new ButtonBar();
        bar.setButtonMinWidth(0);
        bar.getButtons().addAll(command, numbers, copy, save);
        Label outcome = new Label();
        outcome.setId("export-outcome");
        outcome.getStyleClass().add("export-outcome");
        outcome.setWrapText(true);
        outcome.textProperty().bind(jobs.outcomeProperty());
        BorderPane row = new BorderPane(outcome);
        row.setRight(bar);
        row.getStyleClass().add("export-actions");
        BorderPane.setAlignment(outcome, Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String id, String text, String meaning) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(meaning));
        return button;
    }

    private void followChoices() {
        model.widthMmProperty().subscribe(value -> redraw());
        model.heightMmProperty().subscribe(value -> redraw());
        model.presetProperty().subscribe(value -> redraw());
        model.paletteProperty().subscribe(value -> redraw());
        preview.widthProperty().subscribe(value -> redraw());
        preview.heightProperty().subscribe(value -> redraw());
        form.figures().getSelectionModel().getSelectedItems().addListener((ListChangeListener<@Nullable NamedFigure>)
                change -> redraw());
    }

    private List<NamedFigure> chosen() {
        return form.figures().getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private void redraw() {
        List<NamedFigure> chosen = chosen();
        if (!chosen.isEmpty() && preview.getWidth() > 0 && preview.getHeight() > 0) {
            jobs.withSpec(spec -> preview.show(chosen.get(0), spec));
        }
    }
}
