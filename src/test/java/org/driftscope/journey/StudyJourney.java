package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.driftscope.ui.study.StudyViewModel;
import org.driftscope.ui.study.TrialRow;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Someone runs a study, sees its grid fill in, saves it, finds its trials in the history and brings one back. */
@Journey
class StudyJourney {
    private static final int TRIALS = 10;
    private static final int IMAGES = 64;

    private final Path home = ExplorerWindow.newHome();
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
    }

    private StudyViewModel study() {
        return window.explorer().companions().study();
    }

    private void fire(String id) {
        Node node = window.node(id);
        window.onFx(() -> ((Button) node).fire());
    }

    @Test
    void studyFillsItsGridAndItsTrialsComeBack() {
        window.awaitReadings();
        fire("studies");
        gridFillsIn();
        filesAreWritten();
        secondRunComesFromTheArchive();
        historyFindsAndRestores();
        window.close();
    }

    @SuppressWarnings("unchecked")
    private void gridFillsIn() {
        assertThat(window.text("study-question")).isEqualTo("What does a higher rank buy?");
        window.onFx(() -> {
            ((Spinner<Integer>) window.node("study-chips")).getValueFactory().setValue(1);
            ((Spinner<Integer>) window.node("study-limit")).getValueFactory().setValue(IMAGES);
        });
        fire("study-run");
        TableView<TrialRow> table = (TableView<TrialRow>) window.node("study-table");
        window.await("a grid", () -> table.getItems().size() == TRIALS);
        window.await("a figure", () -> study().drawing().figureProperty().get() != null);
        window.await(
                "the end of the study", () -> !study().outcomeProperty().get().isEmpty());
        assertThat(window.onFx(() -> table.getItems().stream()
                        .allMatch(row -> row.readingProperty().get().state() == TrialRow.State.COMPUTED)))
                .isTrue();
        assertThat(window.text("study-outcome")).isEqualTo("10 trials, 0 of them from the archive.");
    }

    private void filesAreWritten() {
        Path folder = home.resolve("found");
        window.onFx(() -> study().save(folder));
        window.await("the files", () -> study().writtenProperty().get() != null);
        assertThat(folder.resolve("rank.yaml")).exists();
        assertThat(folder.resolve("rank.svg")).exists();
    }

    private void secondRunComesFromTheArchive() {
        fire("study-run");
        window.await("the second run", () -> study().outcomeProperty().get().contains("10 of them from the archive"));
    }

    private void historyFindsAndRestores() {
        window.choose("calibrate", "history-item");
        TableView<?> table = (TableView<?>) window.node("history-table");
        window.await("all trials", () -> table.getItems().size() == TRIALS);
        window.onFx(() -> ((TextInputControl) window.node("history-filter")).setText("method=lora rank=8"));
        window.await("the one that fits", () -> table.getItems().size() == 1);
        window.onFx(() -> table.getSelectionModel().select(0));
        fire("history-restore");
        assertThat(window.state().calibration().rank()).isEqualTo(8);
        assertThat(window.state().chip().seed()).isEqualTo(1);
        fire("history-chart");
        assertThat(window.state().points()).hasSize(1);
        window.onFx(() -> ((TextField) window.node("history-filter")).clear());
        window.await("all trials", () -> table.getItems().size() == TRIALS);
        window.onFx(() -> table.getSelectionModel().selectRange(0, 2));
        assertThat(window.onFx(() -> ((TableView<?>) window.node("history-comparison")).getItems()))
                .isNotEmpty();
    }
}
