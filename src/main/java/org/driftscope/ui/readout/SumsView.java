package org.driftscope.ui.readout;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.driftscope.experiment.LayerSums;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.network.run.SumCounts;
import org.driftscope.report.PartialSumsFigure;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.task.BackgroundRunner;
import org.jspecify.annotations.Nullable;

/** Partial sums: the layers with their ranges at the left, the histogram of the chosen one at the right. */
public final class SumsView extends BorderPane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final String HOW =
            "Sums that each block of rows puts out for ten calibration images, before the ADC.";

    private final SumsViewModel model;
    private final SumsTable table = new SumsTable();
    private final FigurePane figure;
    private final Label sentence = new Label();
    private final Label reading = new Label();
    private boolean following;

    /**
     * @param runner draws the figure
     * @param export opens the export with the figure first
     */
    public SumsView(SumsViewModel model, BackgroundRunner runner, Runnable export) {
        this.model = model;
        this.figure = new FigurePane(runner);
        setId("sums");
        getStyleClass().add("sums");
        getStylesheets()
                .add(Objects.requireNonNull(SumsView.class.getResource("readout.css"))
                        .toExternalForm());
        figure.setId("sums-figure");
        figure.setFocusTraversable(true);
        sentence.setId("sums-sentence");
        sentence.getStyleClass().add("sums-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        reading.setId("sums-reading");
        reading.getStyleClass().add("text-muted");
        Button button = new Button("Export chart\u2026");
        button.setId("sums-export");
        button.setTooltip(new Tooltip("Exports the histogram as SVG, PDF or PNG, or its numbers as CSV"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> export.run());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox below = new HBox(reading, between, button);
        below.getStyleClass().add("sums-below");
        VBox.setVgrow(figure, Priority.ALWAYS);
        VBox right = new VBox(figure, below);
        right.getStyleClass().add("sums-main");
        setTop(sentence);
        setLeft(table);
        setCenter(right);
        table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        figure.hoveredProperty().subscribe(this::read);
        model.countedProperty().subscribe(now -> showLayers());
        model.layerProperty().subscribe(name -> show());
        model.staleProperty().subscribe(now -> {
            pseudoClassStateChanged(STALE, now);
            say();
        });
    }

    /** The histogram's node. */
    public FigurePane figure() {
        return figure;
    }

    private void chosen(@Nullable LayerSums row) {
        if (row != null && !following) {
            model.layerProperty().set(row.name());
        }
    }

    private void showLayers() {
        SumsViewModel.Counted counted = model.countedProperty().get();
        following = true;
        table.getItems().setAll(counted == null ? List.of() : counted.layers());
        following = false;
        show();
    }

    private void show() {
        following = true;
        model.shown().ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        following = false;
        figure.figureProperty().set(model.drawing().orElse(null));
        say();
    }

    private void say() {
        if (!model.hasSubject()) {
            sentence.setText("Partial sums come from images. Open images to see them.");
        } else if (model.countedProperty().get() == null) {
            sentence.setText("Counting partial sums \u2026");
        } else {
            sentence.setText(model.shown()
                    .map(sums -> sums.name() + ": " + PartialSumsFigure.words(sums) + ". " + HOW)
                    .orElse(model.layerProperty().get() + " is on no crossbar. Choose another layer."));
        }
    }

    /** What lies in the bin that is pointed at. */
    private void read(@Nullable HitArea hit) {
        reading.setText(
                hit == null
                        ? ""
                        : model.shown().map(sums -> bin(sums, hit.pointIndex())).orElse(""));
    }

    private static String bin(LayerSums sums, int bin) {
        SumCounts counts = sums.clean();
        double width = 2 * counts.most() / counts.bins().length;
        double from = bin * width - counts.most();
        return String.format(
                Locale.ROOT,
                "%s to %s: %,d sums of the clean weights, %,d of this chip",
                PartialSumsFigure.number(from),
                PartialSumsFigure.number(from + width),
                counts.bins()[bin],
                sums.chip().bins()[bin]);
    }
}
