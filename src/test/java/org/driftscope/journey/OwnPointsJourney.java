package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.stage.Stage;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.charts.ChartsView;
import org.driftscope.ui.charts.model.ChartNetwork;
import org.driftscope.ui.state.CalibrationPoint;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone calibrates the sample, then another network: each chart shows the points of its own network and no other. */
@Journey
class OwnPointsJourney {
    private static final Path OTHER =
            Path.of(System.getProperty("shared.data", "none")).resolve("models/cifar10-resnet20-akamaster.onnx");

    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
    }

    @Test
    void aChartShowsThePointsOfItsOwnNetwork(FxRobot robot) {
        Path images =
                OTHER.resolveSibling("../images/cifar10-lossless-test1000.bin").normalize();
        Assumptions.assumeTrue(Files.isRegularFile(OTHER) && Files.isRegularFile(images), "no model at " + OTHER);
        window.awaitReadings();
        robot.clickOn("#recovery-sweep-ranks");
        window.await("five ranks", () -> window.state().points().size() == 5);
        CalibrationPoint first = window.state().points().get(0);
        assertThat(first.origin().model().name()).isEqualTo("model.onnx");
        assertThat(recovery().rows()).hasSize(5);
        assertThat(column("model_sha256")).containsOnly(first.origin().model().sha256());
        assertThat(column("command"))
                .allSatisfy(command ->
                        assertThat(command).startsWith("driftscope calibrate /").contains("--rank"));

        window.onFx(() -> window.explorer().opening().openAll(List.of(OTHER, images)));
        window.await("the other network", () -> window.text("title-name").contains("resnet20"));
        window.awaitReadings();
        assertThat(window.state().points()).as("kept").hasSize(5);
        assertThat(window.onFx(() -> view().figures()))
                .extracting(NamedFigure::name)
                .doesNotContain("Recovery");
        robot.clickOn("#calibrate");
        window.await("a point of its own", () -> window.state().points().size() == 6);
        assertThat(column("model")).containsExactly("cifar10-resnet20-akamaster.onnx");

        ChoiceBox<ChartNetwork> choice = network();
        assertThat(window.onFx(() -> List.copyOf(choice.getItems()))).hasSize(2);
        window.onFx(() -> choice.setValue(choice.getItems().get(1)));
        assertThat(column("model")).hasSize(5).containsOnly("model.onnx");
        window.onFx(() -> window.explorer().model().history().undo());
        assertThat(column("model")).as("undo takes the other network's point").hasSize(5);
        window.close();
    }

    @SuppressWarnings("unchecked")
    private ChoiceBox<ChartNetwork> network() {
        return (ChoiceBox<ChartNetwork>) (Node) window.node("recovery-network");
    }

    private ChartsView view() {
        return (ChartsView) window.node("charts");
    }

    private FigureTable recovery() {
        return window.onFx(() -> view().figures().stream()
                .filter(figure -> figure.name().equals("Recovery"))
                .findFirst()
                .orElseThrow()
                .figure()
                .table());
    }

    private List<String> column(String name) {
        FigureTable table = recovery();
        int index = table.columns().indexOf(name);
        return table.rows().stream().map(row -> row.get(index)).toList();
    }
}
