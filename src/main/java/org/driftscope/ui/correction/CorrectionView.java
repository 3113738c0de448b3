package org.driftscope.ui.correction;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.driftscope.figure.chart.Figure;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.task.BackgroundRunner;
import org.jspecify.annotations.Nullable;

/** What calibration adds: a sentence, how many terms are added up, and the drawing. */
public final class CorrectionView extends BorderPane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final CorrectionViewModel model;
    private final FigurePane figure;
    private final Label sentence = new Label();
    private final Slider terms = new Slider(0, 1, 1);
    private final Label count = new Label();
    private final HBox choice;
    private boolean following;

    /**
     * @param runner draws the figure
     * @param export opens the export with the figure first
     */
    public CorrectionView(CorrectionViewModel model, BackgroundRunner runner, Runnable export) {
        this.model = model;
        this.figure = new FigurePane(runner);
        setId("correction");
        getStyleClass().add("correction");
        getStylesheets()
                .add(Objects.requireNonNull(CorrectionView.class.getResource("correction.css"))
                        .toExternalForm());
        figure.setId("correction-figure");
        sentence.setId("correction-sentence");
        sentence.getStyleClass().add("correction-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(figure);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("correction-scroll");
        choice = choice(export);
        setTop(sentence);
        setCenter(scroll);
        setBottom(choice);
        terms.valueProperty().subscribe(value -> slid(value.intValue()));
        model.seenProperty().subscribe(this::show);
        model.layerProperty().subscribe(name -> say());
        model.staleProperty().subscribe(now -> {
            pseudoClassStateChanged(STALE, now);
            say();
        });
    }

    private HBox choice(Runnable export) {
        Label name = new Label("Terms added up");
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(terms);
        terms.setId("correction-terms");
        terms.setMajorTickUnit(1);
        terms.setMinorTickCount(0);
        terms.setSnapToTicks(true);
        terms.setBlockIncrement(1);
        terms.setTooltip(new Tooltip("How many terms of the low-rank part A B the maps add up"));
        count.setId("correction-count");
        count.setMinWidth(USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Button button = new Button("Export chart\u2026");
        button.setId("correction-export");
        button.setTooltip(new Tooltip("Exports the drawing as SVG, PDF or PNG, or its numbers as CSV"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> export.run());
        HBox row = new HBox(name, terms, count, between, button);
        row.getStyleClass().add("correction-below");
        return row;
    }

    /** The drawing's node. */
    public FigurePane figure() {
        return figure;
    }

    private void slid(int wanted) {
        if (!following) {
            model.termsProperty().set(wanted >= terms.getMax() ? Integer.MAX_VALUE : wanted);
        }
    }

    private void show(@Nullable LayerCorrection seen) {
        int rank = seen == null || seen.adapter() == null ? 0 : seen.adapter().rank();
        following = true;
        terms.setMax(Math.max(1, rank));
        terms.setValue(seen == null ? 0 : seen.shown());
        following = false;
        terms.setDisable(rank == 0);
        count.setText(rank == 0 ? "none" : (seen == null ? 0 : seen.shown()) + " of " + rank);
        Figure drawn = seen == null ? null : CorrectionFigure.of(seen);
        figure.figureProperty().set(drawn);
        say();
    }

    private void say() {
        if (!model.hasSubject()) {
            sentence.setText("Open a network with images to see what calibration adds.");
        } else if (model.seenProperty().get() == null) {
            sentence.setText(
                    model.staleProperty().get()
                            ? "Looking \u2026"
                            : model.layerProperty().get() + " is on no crossbar. Choose another layer.");
        } else {
            sentence.setText(model.sentence());
        }
    }
}
