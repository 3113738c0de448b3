package org.driftscope.ui.charts;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.support.Percent;
import org.driftscope.ui.charts.figure.ChartFigures;
import org.driftscope.ui.charts.figure.PointGroup;
import org.driftscope.ui.charts.figure.RecoverySeries;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.RecoveryPoint;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.task.BackgroundRunner;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Accuracy against the size of the correction, and the list of points beside it. */
final class RecoveryTab extends BorderPane {
    private static final String NOTHING_YET = "Calibrate to add a point.";
    private static final String ALL_HIDDEN = "All points are hidden. Show one in the list to see it here.";

    private static final String NO_BITS = "No point that is shown holds SRAM. Show \u2192 Across has the parameters.";

    private static final double HALF = 0.5;

    private final ChartsViewModel model;
    private final ChartActions actions;
    private final ChartCard card;
    private final PointList list;
    private List<RecoverySeries> series = List.of();

    RecoveryTab(ChartsViewModel model, ChartActions actions, BackgroundRunner runner) {
        this.model = model;
        this.actions = actions;
        this.card = new ChartCard("recovery-chart", NOTHING_YET, model, runner);
        this.list = new PointList(model, actions);
        setCenter(card.root());
        setRight(side());
        setTop(new NetworkChoice(model).root());
        card.pane().setFocusTraversable(true);
        card.pane().setOnSelected(this::selected);
        card.pane().setOnChosen(this::chosen);
        new HoverText(card.pane(), this::explain);
        model.points().addListener((ListChangeListener<RecoveryPoint>) change -> redraw());
        model.shownNetworkProperty().subscribe(value -> redraw());
        model.recoveryAxisProperty().subscribe(value -> redraw());
        model.recoveryAcrossProperty().subscribe(value -> redraw());
        model.paretoFrontProperty().subscribe(value -> redraw());
        model.barsProperty().subscribe(value -> redraw());
    }

    FigurePane pane() {
        return card.pane();
    }

    private VBox side() {
        Label title = new Label("Points");
        title.getStyleClass().add("chart-side-title");
        VBox.setVgrow(list.root(), Priority.ALWAYS);
        Button sweep = new Button("Sweep ranks");
        sweep.setId("recovery-sweep-ranks");
        sweep.setTooltip(new Tooltip("Calibrates with the present settings at ranks 1, 2, 4, 8 and 16."));
        sweep.setOnAction(event -> actions.sweepRanks());
        sweep.setMinWidth(USE_PREF_SIZE);
        FlowPane row = new FlowPane(new ShowMenu(model).root(), sweep);
        row.getStyleClass().add("recovery-actions");
        VBox side = new VBox(heading(title), list.root(), numbers(), row);
        side.getStyleClass().add("chart-side");
        // where there is little room, the chart needs as much as its points
        side.maxWidthProperty().bind(widthProperty().multiply(HALF));
        return side;
    }

    /** The title, with what can be done with the points. */
    private HBox heading(Label title) {
        Button restore = icon(
                "recovery-restore",
                MaterialDesignR.RESTORE,
                "Restore its settings: those of the selected point (Enter)");
        restore.disableProperty()
                .bind(Bindings.size(list.root().getSelectionModel().getSelectedItems())
                        .isNotEqualTo(1));
        restore.setOnAction(event -> list.restore());
        Button clear = icon("recovery-clear", MaterialDesignD.DELETE_SWEEP_OUTLINE, "Clear all; undo brings them back");
        clear.disableProperty().bind(Bindings.isEmpty(model.points()));
        clear.setOnAction(event -> list.clear());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(title, space, restore, clear);
    }

    /** What the selected point says. */
    private Label numbers() {
        Label numbers = new Label();
        numbers.setId("recovery-selected");
        numbers.getStyleClass().add("muted");
        numbers.setMinWidth(0);
        numbers.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> numbers(list.selection()),
                        list.root().getSelectionModel().getSelectedIndices(),
                        model.points()));
        return numbers;
    }

    private String numbers(List<RecoveryPoint> selected) {
        if (selected.size() > 1) {
            return selected.size() + " points selected";
        }
        if (selected.isEmpty()) {
            return model.points().isEmpty() ? "" : "Select a point to read it.";
        }
        RecoveryPoint point = selected.get(0);
        return String.format(
                Locale.ROOT,
                "%.1f \u00b1 %.1f %% s.e., seed %d",
                Percent.of(point.scores().calibrated()),
                100 * point.scores().standardError(),
                point.seed());
    }

    private static Button icon(String id, Ikon sign, String meaning) {
        Button button = new Button("", new FontIcon(sign));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "point-button");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        return button;
    }

    private void redraw() {
        series = RecoverySeries.of(model.placedPoints());
        boolean none = model.points().stream().noneMatch(model::isOfShownNetwork);
        boolean hidden = model.shownPoints().isEmpty();
        card.setHint(none ? NOTHING_YET : hidden ? ALL_HIDDEN : NO_BITS);
        card.show(ChartFigures.recovery(model));
    }

    private void chosen(HitArea hit) {
        PointGroup group = group(hit);
        if (group != null) {
            actions.restore(group.newest().id());
        }
    }

    private void selected(HitArea hit) {
        PointGroup group = group(hit);
        if (group != null) {
            list.select(group.newest().id());
        }
    }

    private String explain(HitArea hit) {
        PointGroup group = group(hit);
        return group == null
                ? ""
                : group.explanation(
                        model.recoveryAxisProperty().get(), model.barsProperty().get());
    }

    private @Nullable PointGroup group(HitArea hit) {
        return series.stream()
                .filter(one -> one.id().equals(hit.seriesId())
                        && hit.pointIndex() < one.groups().size())
                .map(one -> one.groups().get(hit.pointIndex()))
                .findFirst()
                .orElse(null);
    }
}
