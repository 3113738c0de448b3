package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.ui.state.ExplorerState;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * The real window in a process that has toys in the program's lists: they are shown, changed, undone, calibrated with, found in
 * the history and saved in a session.
 */
public final class ToyWindow {
    private static final int PATIENCE_MILLIS = 120_000;

    private final ExplorerWindow window;
    private final Path home;

    private ToyWindow(ExplorerWindow window, Path home) {
        this.window = window;
        this.home = home;
    }

    /** @param args a folder for the user's files */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        try (SmallSample sample = new SmallSample(home)) {
            FxToolkit.toolkitContext().setSetupTimeoutInMillis(PATIENCE_MILLIS);
            FxToolkit.registerPrimaryStage();
            ExplorerWindow[] opened = new ExplorerWindow[1];
            FxToolkit.setupFixture(() -> opened[0] = ExplorerWindow.open(home));
            new ToyWindow(opened[0], home).goThrough();
            System.exit(0);
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void goThrough() throws Exception {
        window.awaitReadings();
        choose(
                "mapping",
                "toy-mirror",
                state -> state.chip().crossbar().mapping().toString());
        choose("device", "Toy device", state -> DeviceKinds.of(state.chip().drift())
                .name());
        window.onFx(() -> ((Button) window.node("circuit-more")).fire());
        type("toy-rate", "0.02");
        type("toy-leak", "5 %");
        choose("method", "toy", state -> state.calibration().method().id());
        type("toy-strength", "0.9");
        FxRobot robot = new FxRobot();
        robot.clickOn("#calibrate");
        window.await("a point", () -> window.state().points().size() == 1);
        window.awaitIdle();
        readTheHistory();
        findTheColumnAmongWhatStudiesDraw();
        saveAndReopen();
    }

    /** Chooses what is called so, undoes that and does it again. */
    private void choose(String box, String name, Function<ExplorerState, String> chosen) {
        ExplorerState before = window.state();
        window.onFx(() -> set((ComboBox<?>) window.node(box), name));
        assertThat(chosen.apply(window.state())).isEqualTo(name);
        ExplorerState after = window.state();
        window.onFx(() -> window.explorer().model().history().undo());
        assertThat(window.state()).isEqualTo(before);
        window.onFx(() -> window.explorer().model().history().redo());
        assertThat(window.state()).isEqualTo(after);
    }

    /** Types a number, undoes that and does it again. */
    private void type(String field, String number) {
        ExplorerState before = window.state();
        window.onFx(() -> {
            TextField text = (TextField) window.node(field);
            text.setText(number);
            text.fireEvent(new ActionEvent());
        });
        ExplorerState after = window.state();
        assertThat(after).as(field).isNotEqualTo(before);
        window.onFx(() -> window.explorer().model().history().undo());
        assertThat(window.state()).isEqualTo(before);
        window.onFx(() -> window.explorer().model().history().redo());
        assertThat(window.state()).isEqualTo(after);
    }

    private static <T> void set(ComboBox<T> box, String name) {
        box.setValue(box.getItems().stream()
                .filter(item -> Objects.toString(item).equals(name)
                        || Objects.toString(item).contains("name=" + name + ","))
                .findFirst()
                .orElseThrow());
    }

    private void findTheColumnAmongWhatStudiesDraw() {
        window.onFx(() -> ((Button) window.node("studies")).fire());
        window.await("the studies", () -> window.shows("study-column"));
        ChoiceBox<?> drawn = (ChoiceBox<?>) window.node("study-column");
        assertThat(drawn.getItems().indexOf(TrialColumns.named("column", "toyLayers")))
                .isEqualTo(drawn.getItems().size() - 1);
        window.onFx(() -> drawn.getSelectionModel().select(drawn.getItems().size() - 1));
        assertThat(window.explorer()
                        .companions()
                        .study()
                        .drawing()
                        .columnProperty()
                        .get()
                        .name())
                .isEqualTo("toyLayers");
    }

    private void readTheHistory() {
        new FxRobot().press(KeyCode.SHORTCUT).type(KeyCode.H).release(KeyCode.SHORTCUT);
        window.await("the history", () -> window.shows("history-table"));
        TableView<?> table = (TableView<?>) window.node("history-table");
        window.await("the trial", () -> !table.getItems().isEmpty());
        assertThat(cell(table, "Toy layers")).isGreaterThan("0");
        assertThat(cell(table, "Method")).isEqualTo("toy method");
        assertThat(cell(table, "Mapping")).isEqualTo("Toy mirror");
    }

    private String cell(TableView<?> table, String title) {
        return window.onFx(() -> {
            TableColumn<?, ?> column = table.getColumns().stream()
                    .filter(one -> one.getText().equals(title))
                    .findFirst()
                    .orElseThrow();
            return String.valueOf(column.getCellData(0));
        });
    }

    private void saveAndReopen() throws Exception {
        Path session = home.resolve("toy.driftscope");
        ExplorerState saved = window.state();
        window.onFx(() -> window.explorer().keeper().save(session));
        window.await("a saved session", () -> window.text("status-session").contains("toy.driftscope"));
        assertThat(Files.readString(session))
                .contains("toy-mirror", "\"toy\"", "\"toyStrength\" : 0.9", "\"toyRate\" : 0.02", "\"toyLeak\" : 0.05");
        window.onFx(() -> window.explorer().model().history().edit("drift", s -> s.withRelativeDrift(0.05)));
        window.openAndDiscard(session);
        window.await("the saved state", () -> window.state().equals(saved));
    }
}
