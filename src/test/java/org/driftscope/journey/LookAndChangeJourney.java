package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.driftscope.crossbar.CircuitPreset;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.ui.control.FigurePane;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone picks a layer and a tile, reads a cell, moves the drift, draws another chip, and takes it all back. */
@Journey
class LookAndChangeJourney {
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
    }

    private double drift() {
        return window.onFx(() -> window.explorer().model().history().get().relativeDrift());
    }

    private String drawnLayer() {
        return window.onFx(
                () -> window.explorer().model().picture().lookProperty().get().name());
    }

    @Test
    void pictureAndAccuracyFollowTheSettings(FxRobot robot) {
        window.awaitReadings();
        pickALayer(robot);
        String before = window.text("figure-drifted");
        noPresetIsNamedSo();
        takesAPublishedCircuit(robot);
        moveTheDrift(robot);
        window.await("accuracy at another drift", () -> !window.text("figure-drifted")
                .equals(before));
        anotherChip(robot);
        takeBack(robot);
        window.await("accuracy as before", () -> window.text("figure-drifted").equals(before));
        givesSomeLayersTheirOwn(robot);
        window.await("accuracy as before", () -> window.text("figure-drifted").equals(before));
        growsOld(robot);
        takesADeviceOfAFile(robot);
        window.close();
    }

    private void pickALayer(FxRobot robot) {
        TableView<?> table = (TableView<?>) window.node("layers-table");
        window.onFx(() -> table.getSelectionModel().clearAndSelect(0));
        String first = window.onFx(
                () -> window.explorer().model().layers().selectedProperty().get());
        window.await("the first layer's picture", () -> drawnLayer().equals(first));
        robot.clickOn("#layers-table").type(KeyCode.END);
        window.await("another layer's picture", () -> !drawnLayer().equals(first));
        robot.moveTo("#heatmap-cells-drifted");
        window.await("a cell's values", () -> window.text("heatmap-probe").contains("µS"));
    }

    private void noPresetIsNamedSo() {
        assertThat(preset()).isEqualTo("Recommended");
        CheckBox gain = (CheckBox) window.node("layer-gain");
        window.onFx(gain::fire);
        assertThat(preset()).isEqualTo("Custom");
        window.onFx(gain::fire);
        assertThat(preset()).isEqualTo("Recommended");
    }

    private String preset() {
        return window.onFx(
                () -> ((ComboBox<?>) window.node("preset")).getButtonCell().getText());
    }

    /** One step, which undo takes back; what it leaves out is said. */
    @SuppressWarnings("unchecked")
    private void takesAPublishedCircuit(FxRobot robot) {
        ComboBox<String> presets = (ComboBox<String>) window.node("circuit-preset");
        assertThat(window.onFx(presets::getValue)).isEqualTo("ideal");
        CrossbarSpec before = window.state().chip().crossbar();
        window.onFx(() -> presets.setValue("isaac"));
        assertThat(window.state().chip().crossbar()).isEqualTo(CircuitPreset.ISAAC.applyTo(before));
        assertThat(window.text("circuit-preset-note")).contains("eight slices", "Not modelled: inputs");
        robot.clickOn("#undo");
        assertThat(window.state().chip().crossbar()).isEqualTo(before);
        assertThat(window.text("circuit-preset-note")).isEmpty();
    }

    private void moveTheDrift(FxRobot robot) {
        type(robot, "45");
        assertThat(drift()).isEqualTo(0.45);
        assertThat(window.onFx(() -> ((Slider) window.node("drift")).getValue()))
                .isGreaterThan(0.85);
        type(robot, "900");
        assertThat(drift()).as("a number out of range changes nothing").isEqualTo(0.45);
    }

    private static void type(FxRobot robot, String text) {
        robot.clickOn("#drift-field")
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write(text)
                .type(KeyCode.ENTER);
    }

    private void anotherChip(FxRobot robot) {
        robot.clickOn("#another-chip");
        assertThat(window.onFx(
                        () -> window.explorer().model().history().get().chip().seed()))
                .isNotEqualTo(7);
    }

    private void takeBack(FxRobot robot) {
        robot.clickOn("#undo").clickOn("#undo");
        assertThat(drift()).isEqualTo(0.2);
        robot.clickOn("#redo");
        assertThat(drift()).isEqualTo(0.45);
        robot.clickOn("#undo");
    }

    private List<String> perLayer() {
        return window.state().chip().perLayer().texts();
    }

    /** First and last layer are selected, given a converter of few bits, and taken back. */
    private void givesSomeLayersTheirOwn(FxRobot robot) {
        String before = window.text("figure-drifted");
        TableView<?> table = (TableView<?>) window.node("layers-table");
        window.onFx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.getSelectionModel().select(table.getItems().size() - 1);
        });
        robot.clickOn("#layer-settings");
        robot.clickOn("#layer-adc-bits").write("many");
        assertThat(robot.lookup("#layer-settings-refusal").queryLabeled().getText())
                .contains("adcBits is many");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("2").clickOn("#layer-settings-apply");
        assertThat(perLayer())
                .singleElement()
                .asString()
                .endsWith(":adc-bits=2")
                .contains(",");
        window.await("accuracy with their converters", () -> !window.text("figure-drifted")
                .equals(before));
        showsPartialSums(robot);
        assertThat(window.onFx(
                        () -> table.getSelectionModel().getSelectedItems().size()))
                .as("still selected")
                .isEqualTo(2);
        robot.clickOn("#undo");
        assertThat(perLayer()).isEmpty();
    }

    /** The range of the two layers' converters, drawn into their sums; those of the others are ideal. */
    private void showsPartialSums(FxRobot robot) {
        robot.clickOn("#show-partial-sums");
        window.await("the range", () -> window.text("sums-sentence").contains("ADC of 2 bits, \u00b1"));
        FigurePane figure = (FigurePane) window.node("sums-figure");
        window.await("the histogram", () -> !figure.hits().isEmpty());
        TableView<?> sums = (TableView<?>) window.node("sums-table");
        window.onFx(() -> sums.getSelectionModel().select(1));
        assertThat(window.text("sums-sentence")).contains("ideal ADC");
        assertThat(window.onFx(
                        () -> window.explorer().companions().figures().get(0).name()))
                .isEqualTo("Partial sums");
        robot.type(KeyCode.ESCAPE);
        assertThat(window.onFx(() -> window.explorer().companions().figures())).isEmpty();
    }

    private String cells() {
        return window.onFx(() -> DeviceKinds.of(
                        window.explorer().model().history().get().chip().drift())
                .brief());
    }

    /** Chosen from the list, looked at, taken back, dropped. */
    @SuppressWarnings("unchecked")
    private void takesADeviceOfAFile(FxRobot robot) {
        Path file = device();
        window.answers().choose(file);
        ComboBox<Optional<DeviceKind>> cells = (ComboBox<Optional<DeviceKind>>) window.node("device");
        window.onFx(() -> cells.setValue(Optional.empty()));
        window.await("the device of the file", () -> cells().equals("mine"));
        assertThat(window.onFx(cells::getValue)).map(DeviceKind::brief).contains("mine");
        window.onFx(() ->
                window.explorer().model().settings().number(DriftSettings.AGE).set(3600));
        robot.clickOn("#about-device");
        window.await(
                "the card", () -> robot.lookup("#device-card-figure").tryQuery().isPresent());
        FigurePane figure = robot.lookup("#device-card-figure").queryAs(FigurePane.class);
        window.await("its figure", () -> !figure.hits().isEmpty());
        assertThat(robot.lookup("#device-card-name").queryLabeled().getText()).isEqualTo("mine (measured)");
        assertThat(robot.lookup("#device-card-outside").queryLabeled().getText())
                .contains("measured up to 10 s");
        robot.type(KeyCode.ESCAPE).clickOn("#undo").clickOn("#undo");
        assertThat(cells()).isEqualTo("Relative");
        assertThat(window.onFx(cells::getValue)).contains(DeviceKinds.RELATIVE);
        window.onFx(() -> window.explorer().opening().openAll(List.of(file)));
        window.await("the device that was dropped", () -> cells().equals("mine"));
        robot.clickOn("#undo");
        window.onFx(() -> window.explorer().opening().openAll(List.of(measurements())));
        window.await("the device that was fitted to measurements", () -> cells().equals("cells"));
        robot.clickOn("#undo");
    }

    private static Path measurements() {
        try {
            StringBuilder rows = new StringBuilder("cell,time,G_uS\n");
            for (int cell = 0; cell < 200; cell++) {
                rows.append(cell).append(",0,").append(1 + cell % 40).append('\n');
                rows.append(cell)
                        .append(",10,")
                        .append(1 + cell % 40 + cell % 3 * 0.5)
                        .append('\n');
            }
            return Files.writeString(Files.createTempDirectory("device").resolve("cells.csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path device() {
        try {
            Path file = Files.createTempDirectory("device").resolve("mine.yaml");
            return Files.writeString(
                    file,
                    """
                    format: driftscope-device
                    version: 1
                    name: mine
                    gMinUs: 1
                    gMaxUs: 40
                    targetsUs: [5, 20]
                    seconds: [0, 1, 10]
                    shiftUs: [[0, 0], [-0.5, -1], [-1, -2]]
                    sigmaUs: [[0, 0], [0.5, 1], [1, 2]]
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double age() {
        return window.onFx(
                () -> window.explorer().model().history().get().chip().secondsSinceProgramming());
    }

    /** Cells that age are played, stopped, and taken back in one step. */
    @SuppressWarnings("unchecked")
    private void growsOld(FxRobot robot) {
        ComboBox<Optional<DeviceKind>> cells = (ComboBox<Optional<DeviceKind>>) window.node("device");
        window.onFx(() -> cells.setValue(Optional.of(DeviceKinds.named("pcm"))));
        robot.clickOn("#age-play");
        window.await("an hour has passed", () -> age() > 3600);
        robot.clickOn("#age-play");
        double stopped = age();
        assertThat(stopped).isLessThan(Age.parse("10y"));
        robot.clickOn("#undo");
        assertThat(age()).as("the playing is one step").isZero();
        robot.clickOn("#redo");
        assertThat(age()).isEqualTo(stopped);
        robot.clickOn("#undo").clickOn("#undo");
        assertThat(window.onFx(() -> window.node("age-play").isVisible())).isFalse();
    }
}
