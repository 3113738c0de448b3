package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.driftscope.evaluation.Mistakes;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.map.ConfusionChart;
import org.driftscope.ui.charts.figure.ChartFigures;
import org.driftscope.ui.charts.figure.WorstPairs;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.Confusions;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.task.BackgroundRunner;

/** Which class is taken for which, clean, drifted or calibrated. */
final class ClassesTab extends BorderPane {
    private static final int WORST = 5;

    private final ChartsViewModel model;
    private final ChartCard card;
    private final ClassPairsPane pairs = new ClassPairsPane();
    private final Label worst = new Label();

    ClassesTab(ChartsViewModel model, BackgroundRunner runner) {
        this.model = model;
        this.card = new ChartCard("classes-chart", "", model, runner);
        setCenter(card.root());
        setRight(side());
        card.pane().setFocusTraversable(true);
        new HoverText(card.pane(), this::explain);
        model.confusionsProperty().subscribe(value -> redraw());
        model.confusionStateProperty().subscribe(value -> redraw());
        model.classesStaleProperty().subscribe(stale -> mark());
    }

    /** The clean network is the same on every chip; a calibration that does not belong is not shown at all. */
    private void mark() {
        boolean drifted = model.confusionStateProperty().get() == Confusions.State.DRIFTED;
        String why = drifted ? model.classesStaleProperty().get() : "";
        card.markStale(why);
        pairs.markStale(why);
    }

    FigurePane pane() {
        return card.pane();
    }

    private VBox side() {
        ToggleGroup group = new ToggleGroup();
        VBox side = new VBox();
        side.getStyleClass().add("chart-side");
        for (Confusions.State state : Confusions.State.values()) {
            RadioButton button = new RadioButton(state.label());
            button.setId("classes-" + state.label().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip("Shows the " + state.label().toLowerCase(Locale.ROOT) + " network."));
            model.confusionStateProperty().subscribe(shown -> button.setSelected(shown == state));
            button.setOnAction(event -> model.confusionStateProperty().set(state));
            side.getChildren().add(button);
        }
        worst.setId("classes-worst");
        worst.getStyleClass().addAll("chart-note", "classes-worst");
        worst.setWrapText(true);
        worst.setMinHeight(0);
        side.getChildren().add(worst);
        return side;
    }

    private void redraw() {
        Confusions.State state = model.confusionStateProperty().get();
        card.setHint(
                state == Confusions.State.CALIBRATED
                        ? "Calibrate to see which classes are taken for which afterwards."
                        : "Evaluate to see which classes are taken for which.");
        Confusions known = model.confusionsProperty().get();
        Optional<Mistakes> many = Optional.ofNullable(known)
                .filter(confusions -> !confusions.fitsMatrix())
                .flatMap(confusions -> confusions.of(state));
        many.ifPresent(mistakes -> pairs.show(new WorstPairs(known.classes(), mistakes)));
        setCenter(many.isPresent() ? pairs : card.root());
        card.show(many.isPresent() ? Optional.empty() : ChartFigures.classesFigure(model));
        mark();
        worst.setText(ChartFigures.classes(model).map(ClassesTab::mostConfused).orElse(""));
    }

    private static String mostConfused(ConfusionChart chart) {
        record Mistake(String words, double share) {}
        List<Mistake> mistakes = new ArrayList<>();
        int n = chart.classes().size();
        for (int label = 0; label < n; label++) {
            for (int answer = 0; answer < n; answer++) {
                if (label != answer && chart.share(label, answer) > 0) {
                    mistakes.add(new Mistake(pair(chart, label, answer), chart.share(label, answer)));
                }
            }
        }
        return mistakes.stream()
                .sorted(Comparator.comparingDouble(Mistake::share).reversed())
                .limit(WORST)
                .map(mistake -> String.format(Locale.ROOT, "%s %.0f\u00a0%%", mistake.words(), 100 * mistake.share()))
                .collect(Collectors.joining("\n", mistakes.isEmpty() ? "No mistakes" : "Most often mistaken\n", ""));
    }

    private static String pair(ConfusionChart chart, int label, int answer) {
        return chart.classes().get(label) + " \u2192 " + chart.classes().get(answer);
    }

    private String explain(HitArea hit) {
        return ChartFigures.classes(model)
                .map(chart -> {
                    int n = chart.classes().size();
                    int label = hit.pointIndex() / n;
                    int answer = hit.pointIndex() % n;
                    return String.format(
                            Locale.ROOT,
                            "%s%n%d images, %.1f %% of its label",
                            pair(chart, label, answer),
                            chart.counts()[label][answer],
                            100 * chart.share(label, answer));
                })
                .orElse("");
    }
}
