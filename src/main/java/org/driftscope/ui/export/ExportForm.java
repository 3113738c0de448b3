package org.driftscope.ui.export;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.ExportSize;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.support.SpecException;
import org.driftscope.ui.control.Keys;
import org.jspecify.annotations.Nullable;

/** The choices of an export. */
final class ExportForm extends VBox {
    private final ExportViewModel model;
    private final ListView<NamedFigure> figures = new ListView<>();
    private final GridPane grid = new GridPane();

    ExportForm(ExportViewModel model) {
        this.model = model;
        getStyleClass().add("export-form");
        fillFigures();
        grid.getStyleClass().add("export-grid");
        row(
                "Format",
                format(),
                "SVG and PDF keep lines and text sharp at any size; PNG is pixels. Charts can also be written as"
                        + " source: pgfplots for LaTeX, or a matplotlib script with its numbers as CSV beside it.");
        row("For", preset(), "Sets width, height, text size and line width at final print.");
        row("Width (mm)", number("export-width", model.widthMmProperty(), 10, 2000, 5), "Width at final print.");
        row("Height (mm)", number("export-height", model.heightMmProperty(), 10, 2000, 5), "Height at final print.");
        row("Resolution (dpi)", number("export-dpi", model.dpiProperty(), 36, 1200, 50), "Pixels in an inch of PNG.");
        row("Colours", palette(), "Papers want light or print, whatever the window's theme is.");
        Label pixels = new Label();
        pixels.setId("export-pixels");
        pixels.getStyleClass().add("export-note");
        pixels.textProperty()
                .bind(Bindings.createStringBinding(
                        this::pixels,
                        figures.getSelectionModel().selectedItemProperty(),
                        model.widthMmProperty(),
                        model.heightMmProperty(),
                        model.presetProperty(),
                        model.dpiProperty()));
        pixels.setWrapText(true);
        VBox.setVgrow(figures, Priority.ALWAYS);
        getChildren().addAll(new Label("Figures"), figures, grid, pixels);
    }

    ListView<NamedFigure> figures() {
        return figures;
    }

    /** Of the file: a figure that needs more height than is asked for gets it. */
    private String pixels() {
        NamedFigure chosen = figures.getSelectionModel().getSelectedItem();
        double dpi = model.dpiProperty().get();
        double asked = model.heightMmProperty().get();
        double height = asked;
        try {
            height = chosen == null
                    ? asked
                    : model.spec().tallEnoughFor(chosen.figure()).size().heightMm();
        } catch (SpecException e) {
            // said where it is saved
        }
        return String.format(
                Locale.ROOT,
                "%s%d \u00d7 %d pixels as PNG",
                height > asked ? String.format(Locale.ROOT, "%.0f mm high, so that all of it fits. ", height) : "",
                ExportSize.pixels(model.widthMmProperty().get(), dpi),
                ExportSize.pixels(height, dpi));
    }

    private void fillFigures() {
        figures.setId("export-figures");
        figures.setAccessibleText("Figures to export");
        figures.setTooltip(
                new Tooltip("Choose several with " + Keys.shortcut() + " or Shift; each becomes a file of its own."));
        figures.getItems().setAll(model.figures());
        figures.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        figures.getSelectionModel().selectFirst();
        figures.setCellFactory(list -> new FigureCell());
        figures.getStyleClass().add("export-figures");
    }

    private void row(String label, Control control, String meaning) {
        Label name = new Label(label);
        name.setLabelFor(control);
        name.setTooltip(new Tooltip(meaning));
        control.setTooltip(new Tooltip(meaning));
        control.setAccessibleText(label);
        control.setMaxWidth(Double.MAX_VALUE);
        grid.addRow(grid.getRowCount(), name, control);
        GridPane.setHgrow((Node) control, Priority.ALWAYS);
    }

    private ComboBox<ExportFormat> format() {
        ComboBox<ExportFormat> box = new ComboBox<>();
        box.setId("export-format");
        box.getItems().setAll(ExportFormat.values());
        box.setConverter(new FormatNames());
        box.valueProperty().bindBidirectional(model.formatProperty());
        return box;
    }

    private ComboBox<SizePreset> preset() {
        ComboBox<SizePreset> box = new ComboBox<>();
        box.setId("export-preset");
        box.getItems().setAll(SizePreset.values());
        box.setValue(model.presetProperty().get());
        box.setOnAction(event -> model.choose(box.getValue()));
        return box;
    }

    private ComboBox<ChartPalette> palette() {
        ComboBox<ChartPalette> box = new ComboBox<>();
        box.setId("export-palette");
        box.getItems().setAll(ChartPalette.values());
        box.setConverter(new PaletteNames());
        box.valueProperty().bindBidirectional(model.paletteProperty());
        return box;
    }

    private static Spinner<Double> number(String id, DoubleProperty value, double min, double max, double step) {
        SpinnerValueFactory.DoubleSpinnerValueFactory factory =
                new SpinnerValueFactory.DoubleSpinnerValueFactory(min, max, value.get(), step);
        Spinner<Double> spinner = new Spinner<>(factory);
        spinner.setId(id);
        spinner.setEditable(true);
        factory.valueProperty().subscribe(number -> value.set(number));
        value.subscribe(number -> factory.setValue(number.doubleValue()));
        // an editable spinner would otherwise keep a typed number to itself until Enter
        spinner.focusedProperty().subscribe(focused -> {
            if (!focused) {
                spinner.commitValue();
            }
        });
        return spinner;
    }

    private static final class FigureCell extends ListCell<NamedFigure> {
        @Override
        protected void updateItem(@Nullable NamedFigure figure, boolean empty) {
            super.updateItem(figure, empty);
            setText(empty || figure == null ? "" : figure.name());
        }
    }

    private static final class FormatNames extends StringConverter<ExportFormat> {
        @Override
        public String toString(ExportFormat format) {
            return format.label();
        }

        @Override
        public ExportFormat fromString(String text) {
            return ExportFormat.named("Format", text);
        }
    }

    private static final class PaletteNames extends StringConverter<ChartPalette> {
        @Override
        public String toString(ChartPalette palette) {
            return palette.name().charAt(0) + palette.name().substring(1).toLowerCase(Locale.ROOT);
        }

        @Override
        public ChartPalette fromString(String text) {
            return ChartPalette.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
