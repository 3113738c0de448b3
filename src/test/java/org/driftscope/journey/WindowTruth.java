package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.data.Preprocessing;
import org.driftscope.device.Age;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.network.AnalogLayer;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Percent;
import org.driftscope.support.Progress;
import org.driftscope.ui.charts.model.RecoveryPoint;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.driftscope.ui.layers.LayerRow;
import org.driftscope.ui.settings.model.CostPreview;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.Score;

/** Whether what the window shows at rest is what a simulator of its own says of the state. */
final class WindowTruth {
    private final Workbench bench;
    private final List<String> layers;
    private final Map<OnChip, Accuracy> drifted = new HashMap<>();
    private final Map<ExperimentSpec, Score> calibrated = new HashMap<>();

    /** @param bench with the files that the window has open */
    WindowTruth(Workbench bench) {
        this.bench = bench;
        this.layers =
                bench.network().analogLayers().stream().map(AnalogLayer::name).toList();
    }

    private record OnChip(ChipSpec chip, List<String> layers) {}

    private record Seen(
            ExplorerState state,
            Map<String, String> words,
            Set<String> ticked,
            String selected,
            LayerPicture picture,
            CostPreview cost,
            Score calibrated,
            List<RecoveryPoint> listed) {}

    /** Compares all of it; not on the JavaFX thread. */
    void check(ExplorerWindow window, Scene scene) {
        window.await("all figures drawn", () -> figuresAreDrawn(scene));
        Seen seen = window.onFx(() -> look(window.explorer().model(), scene));
        checkTicks(seen);
        checkStrip(seen);
        checkSentence(seen);
        checkCost(seen);
        checkMaps(seen);
        checkPoints(seen);
    }

    /** A figure that is set has a picture, and none has none. */
    private static boolean figuresAreDrawn(Scene scene) {
        return scene.getRoot().lookupAll(".figure-pane").stream()
                .map(FigurePane.class::cast)
                .filter(pane -> pane.getWidth() >= 1 && pane.getHeight() >= 1 && isShown(pane))
                .allMatch(pane -> pane.figureProperty().get() == null
                        || ((ImageView) pane.getChildrenUnmodifiable().get(0)).getImage() != null);
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static Seen look(ExplorerViewModel model, Scene scene) {
        Map<String, String> words = new HashMap<>();
        for (String id : List.of(
                "figure-clean",
                "figure-drifted",
                "figure-calibrated",
                "explanation",
                "cost-parameters",
                "drift-field")) {
            words.put(id, scene.lookup("#" + id) instanceof Labeled label ? label.getText() : "");
        }
        var result = model.calibration().resultProperty().get();
        return new Seen(
                model.history().get(),
                words,
                model.layers().rows().stream()
                        .filter(row -> row.tickedProperty().get())
                        .map(LayerRow::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                model.layers().selectedProperty().get(),
                model.picture().lookProperty().get(),
                model.settings().costProperty().get(),
                result == null ? known(model) : Score.of(result.accuracy()),
                scene.lookup("#recovery-points") instanceof ListView<?> list ? points(list) : List.of());
    }

    /** What a point of these settings says where the result itself is no longer at hand; null for none. */
    private static Score known(ExplorerViewModel model) {
        CalibrationPoint known = model.calibration().knownProperty().get();
        return known == null ? null : known.calibrated();
    }

    private static List<RecoveryPoint> points(ListView<?> list) {
        return list.getItems().stream().map(RecoveryPoint.class::cast).toList();
    }

    /** Listed are the state's points with their own numbers, and those of the sample as prepared now are the simulator's. */
    private void checkPoints(Seen seen) {
        assertThat(seen.listed().stream().map(RecoveryPoint::id).toList())
                .as("points listed")
                .isEqualTo(
                        seen.state().points().stream().map(CalibrationPoint::id).toList());
        for (int i = 0; i < seen.listed().size(); i++) {
            CalibrationPoint point = seen.state().points().get(i);
            RecoveryPoint shown = seen.listed().get(i);
            String what = "point " + shown.label() + " of " + point.chip().describe();
            assertThat(shown.percent()).as(what).isEqualTo(point.percent());
            assertThat(shown.scores().drifted())
                    .as(what)
                    .isEqualTo(point.drifted().top1());
            assertThat(shown.scores().calibrated())
                    .as(what)
                    .isEqualTo(point.calibrated().top1());
            if (isOfTheSample(point)) {
                assertThat(point.drifted())
                        .as(what + " after drift")
                        .isEqualTo(Score.of(
                                drifted(point.chip(), point.driftedLayers().in(bench.network()))));
            }
        }
    }

    private boolean isOfTheSample(CalibrationPoint point) {
        Preprocessing prepared = point.origin().preprocessing();
        return prepared != null
                && prepared.sameNumbers(bench.preprocessing())
                && point.origin().model().sha256().equals(bench.network().sha256())
                && point.origin()
                        .images()
                        .sha256()
                        .equals(bench.evaluationImages().sha256());
    }

    private static void checkTicks(Seen seen) {
        assertThat(new TreeSet<>(seen.ticked()))
                .as("ticks shown")
                .isEqualTo(new TreeSet<>(seen.state().ticked()));
    }

    private void checkStrip(Seen seen) {
        assertThat(seen.words().get("figure-clean")).as("clean").isEqualTo(percent(Score.of(clean())));
        assertThat(seen.words().get("figure-drifted"))
                .as("after drift of %s", seen.state().chip().describe())
                .isEqualTo(percent(Score.of(drifted(seen.state().onChip()))));
        if (seen.calibrated() == null) {
            assertThat(seen.words().get("figure-calibrated"))
                    .as("after calibration")
                    .isEqualTo("–");
        } else {
            assertThat(seen.words().get("figure-calibrated"))
                    .as("after calibration, %s", seen.state().calibration())
                    .isEqualTo(percent(calibrated(seen)));
        }
    }

    /** By the runner of the command line; training takes too long to be done twice after each action. */
    private Score calibrated(Seen seen) {
        ExplorerState state = seen.state();
        if (state.calibration().method().needsLabels()) {
            return seen.calibrated();
        }
        List<String> ticked = state.ticked().stream().sorted().toList();
        LayerChoice choice = ticked.size() == layers.size() ? LayerChoice.all() : new LayerChoice(ticked);
        ExperimentSpec spec = new ExperimentSpec(state.chip(), state.drifting(), choice, state.calibration());
        return calibrated.computeIfAbsent(
                spec,
                asked -> Score.of(ExperimentRunner.run(bench, asked, Progress.none(), new CancelToken())
                        .result()
                        .calibrated()));
    }

    private Accuracy clean() {
        return bench.clean(Progress.none(), new CancelToken());
    }

    private Accuracy drifted(ChipChoice chip) {
        return drifted(chip.spec(), chip.drifting().in(bench.network()));
    }

    private Accuracy drifted(ChipSpec chip, List<String> drifting) {
        return drifted.computeIfAbsent(
                new OnChip(chip, drifting),
                asked -> bench.drifted(asked.chip(), asked.layers(), Progress.none(), new CancelToken()));
    }

    /** In the middle of the range, where no warning takes the sentence's place, it says the loss. */
    private void checkSentence(Seen seen) {
        String sentence = seen.words().get("explanation");
        double lost = Percent.of(clean().top1() - drifted(seen.state().onChip()).top1());
        int drifting = seen.state().drifting().in(bench.network()).size();
        ChipSpec chip = seen.state().chip();
        String what = chip.drift().ages() ? "after " + Age.words(chip.secondsSinceProgramming()) : "drift";
        CircuitSpec circuit = chip.crossbar().circuit();
        String by = circuit.isIdeal() ? what : "";
        String where = drifting == layers.size() ? by : by + " in " + drifting + " of " + layers.size() + " layers";
        if (sentence.contains(" cost ")) {
            circuit.forEach((setting, value) -> assertThat(sentence).contains(setting.tell(value)));
        }
        if (sentence.contains(" cost ") && !sentence.contains("cost nothing")) {
            assertThat(sentence).contains(String.format(Locale.US, "%s cost %.1f points", where, lost));
        }
        if (sentence.contains("cost nothing")) {
            assertThat(lost).as("points lost").isLessThanOrEqualTo(0);
        }
        if (seen.state().ticked().isEmpty() && chip.drifts()) {
            // that nothing can be told from these images comes first
            assertThat(sentence).containsAnyOf("No layer is ticked", "near chance");
        }
    }

    private static void checkCost(Seen seen) {
        CostPreview cost = seen.cost();
        assertThat(seen.words().get("cost-parameters"))
                .contains(String.format(Locale.US, "%,d (%.2f %%)", cost.plan().updatedParameters(), cost.percent()));
        if (seen.state().ticked().isEmpty()) {
            assertThat(cost.plan().updatedParameters())
                    .as("parameters of no layer")
                    .isZero();
        }
    }

    private void checkMaps(Seen seen) {
        LayerPicture picture = seen.picture();
        if (seen.selected().isEmpty()) {
            return;
        }
        assertThat(picture.name()).as("layer drawn").isEqualTo(seen.selected());
        if (!seen.state().drifting().in(bench.network()).contains(picture.name())) {
            assertSame("clean", picture.drifted(), picture.target());
            return;
        }
        Chip.Layer chip = bench.chipLayer(seen.state().chip(), picture.name());
        assertSame("target", picture.target(), chip.crossbar().target());
        assertSame("drifted", picture.drifted(), chip.seen());
    }

    private static void assertSame(String what, CellState shown, CellState right) {
        for (int row = 0; row < right.gPlus().rows(); row += 7) {
            for (int col = 0; col < right.gPlus().cols(); col += 5) {
                assertThat(shown.gPlus().at(row, col))
                        .as("%s conductance at %d, %d", what, row, col)
                        .isEqualTo(right.gPlus().at(row, col));
            }
        }
    }

    private static String percent(Score score) {
        return Percent.text(score.top1()) + " %";
    }
}
