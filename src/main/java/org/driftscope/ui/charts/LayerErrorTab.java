package org.driftscope.ui.charts;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.ui.charts.figure.ChartFigures;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.LayerErrorBar;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.task.BackgroundRunner;

/** Feature error by layer, before and after calibration. */
final class LayerErrorTab extends BorderPane {
    private final ChartsViewModel model;
    private final ChartCard card;

    LayerErrorTab(ChartsViewModel model, BackgroundRunner runner) {
        this.model = model;
        this.card = new ChartCard(
                "layer-chart",
                "Calibrate to see how far each layer's output was from the clean one, before and after.",
                model,
                runner);
        setCenter(card.root());
        setBottom(note());
        card.pane().setFocusTraversable(true);
        new HoverText(card.pane(), this::explain);
        model.layerErrors().addListener((ListChangeListener<LayerErrorBar>) change -> redraw());
        model.layerSourceProperty().subscribe(source -> redraw());
        model.layerStaleProperty().subscribe(card::markStale);
    }

    private Label note() {
        Label note = new Label();
        note.setId("layer-note");
        note.getStyleClass().addAll("chart-note", "layer-note");
        note.setWrapText(true);
        note.textProperty().bind(model.layerNoteProperty());
        note.visibleProperty().bind(model.layerNoteProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    FigurePane pane() {
        return card.pane();
    }

    private void redraw() {
        card.show(ChartFigures.layerErrorFigure(model));
    }

    private String explain(HitArea hit) {
        if (hit.pointIndex() >= model.layerErrors().size()) {
            return "";
        }
        LayerErrorBar error = model.layerErrors().get(hit.pointIndex());
        String after = Double.isFinite(error.after())
                ? String.format(Locale.ROOT, "%nafter calibration %.3g %%", 100 * error.after())
                : String.format(Locale.ROOT, "%nnot calibrated");
        return String.format(
                        Locale.ROOT,
                        "%s%nRMS feature error over the output's standard deviation%nafter drift %.3g %%",
                        error.layer(),
                        100 * error.before())
                + after;
    }
}
