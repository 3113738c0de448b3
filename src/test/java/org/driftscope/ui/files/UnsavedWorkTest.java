package org.driftscope.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.device.DriftModel;
import org.driftscope.io.npy.NpzWriter;
import org.driftscope.network.AnalogLayer;
import org.driftscope.ui.main.OpenWindow;
import org.driftscope.ui.session.Autosave;
import org.driftscope.ui.session.SessionFiles;
import org.driftscope.ui.task.HeldRunner;
import org.driftscope.ui.task.ImmediateRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No session is written over another, and nothing goes without a question. */
class UnsavedWorkTest {
    @TempDir
    Path folder;

    private OpenWindow window;
    private final List<String> gone = new ArrayList<>();

    @BeforeEach
    void open() {
        window = new OpenWindow(folder, new ImmediateRunner()).withSample();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Path saved(String name, double drift) {
        Path file = folder.resolve(name);
        window.drift(drift);
        window.keeper.save(file);
        return file;
    }

    private static double drift(Path session) {
        return SessionFiles.read(session).state().relativeDrift();
    }

    @Test
    void aDroppedSessionIsTheOneThatIsSavedFromThenOn() {
        Path b = saved("b.driftscope", 0.33);
        Path a = saved("a.driftscope", 0.11);
        window.opening.openAll(List.of(b));
        assertThat(window.history.get().relativeDrift()).isEqualTo(0.33);
        window.drift(0.25);
        window.sessions.save();
        assertThat(window.problems).isEmpty();
        assertThat(drift(a)).isEqualTo(0.11);
        assertThat(drift(b)).isEqualTo(0.25);
    }

    @Test
    void aSessionWhoseChipHasMovedAsksWhereItIs() throws IOException {
        AnalogLayer layer = window.workspace().network().analogLayers().get(0);
        int cells = layer.rows() * layer.cols();
        Path chip = chip("chip.npz", layer, new float[cells]);
        window.opening.openAll(List.of(chip));
        DriftModel measured = window.history.get().chip().drift();
        assertThat(measured.isMeasuredCellByCell()).isTrue();
        Path session = saved(Files.createDirectory(folder.resolve("sessions")).resolve("s.driftscope"));
        Path moved = Files.move(chip, folder.resolve("moved.npz"));
        float[] others = new float[cells];
        others[0] = 1;
        window.close();
        window = new OpenWindow(folder, new ImmediateRunner()).withSample();
        window.opening.openAll(List.of(session));
        window.answer("Cancel");
        assertThat(window.history.get().relativeDrift()).as("as it was").isEqualTo(0.2);
        window.opening.openAll(List.of(session));
        assertThat(window.questions.get(0).sentence())
                .contains("s.driftscope cannot be used yet. The measured chip chip is not at");
        window.chosen.add(chip("another.npz", layer, others));
        window.answer("Choose the file…");
        assertThat(window.questions.get(0).sentence()).contains("another.npz is not the chip");
        window.chosen.add(moved);
        window.answer("Choose the file…");
        assertThat(window.problems).isEmpty();
        assertThat(window.history.get().chip().drift()).isEqualTo(measured);
        assertThat(window.keeper.file()).isEqualTo(session);
    }

    private Path chip(String name, AnalogLayer layer, float[] weights) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            NpzWriter npz = new NpzWriter(out);
            npz.put(layer.name() + "/effective", weights, layer.rows(), layer.cols());
            npz.finish();
        }
        return file;
    }

    private Path saved(Path file) {
        window.keeper.save(file);
        return file;
    }

    @Test
    void aSaveThatEndsAfterAnotherSessionWasOpenedDoesNotTakeItsPlace() {
        Path b = saved("b.driftscope", 0.33);
        Path a = saved("a.driftscope", 0.11);
        HeldRunner slow = new HeldRunner();
        SessionKeeper keeper =
                new SessionKeeper(window.explorer, new Autosave(folder), window.last, slow, window.problems::add);
        keeper.save(a);
        keeper.attach(b);
        slow.finishNext();
        assertThat(keeper.file()).as("the session that is shown").isEqualTo(b);
        keeper.save(a);
        slow.finishNext();
        assertThat(keeper.file()).as("saved as another file").isEqualTo(a);
    }

    @Test
    void aSaveThatWaitsIsNotLeftOutForAnAutosave() {
        Path a = folder.resolve("a.driftscope");
        HeldRunner slow = new HeldRunner();
        SessionKeeper keeper =
                new SessionKeeper(window.explorer, new Autosave(folder), window.last, slow, window.problems::add);
        keeper.start();
        window.drift(0.1);
        keeper.save(a);
        window.drift(0.12);
        while (slow.held() > 0) {
            slow.finishNext();
        }
        assertThat(a).exists();
        assertThat(keeper.file()).isEqualTo(a);
    }

    @Test
    void anotherModelIsNotSavedOverTheSessionOfTheModelBefore() throws IOException {
        Path a = saved("a.driftscope", 0.11);
        Path other = Files.copy(window.sample().model(), folder.resolve("other.onnx"));
        window.opening.openModel(other);
        window.chosen.add(folder.resolve("new.driftscope"));
        window.sessions.save();
        assertThat(SessionFiles.read(a).model().path().getFileName()).hasToString("model.onnx");
        assertThat(SessionFiles.read(folder.resolve("new.driftscope"))
                        .model()
                        .path()
                        .getFileName())
                .hasToString("other.onnx");
    }

    @Test
    void withNothingToLoseNothingIsAsked() {
        window.drift(0.3);
        window.unsaved.before("Closing the window", () -> gone.add("closed"));
        assertThat(window.questions).isEmpty();
        assertThat(gone).containsExactly("closed");
    }

    @Test
    void pointsThatAreInNoFileAreAskedFor() {
        Path b = saved("b.driftscope", 0.33);
        window.keeper.detach();
        window.explorer.calibrate();
        window.opening.openAll(List.of(b));
        assertThat(window.questions).hasSize(1);
        assertThat(window.questions.get(0).sentence()).contains("1 point");
        window.answer("Cancel");
        assertThat(window.history.get().points()).hasSize(1);
        window.opening.openAll(List.of(b));
        window.answer("Discard");
        assertThat(window.history.get().points()).isEmpty();
        assertThat(window.keeper.file()).isEqualTo(b);
    }

    @Test
    void anotherNetworkTakesThePointsAlongAndAsksOnlyForTheFileItLeaves() throws IOException {
        Path other = Files.copy(window.sample().model(), folder.resolve("other.onnx"));
        window.explorer.calibrate();
        window.opening.openModel(other);
        assertThat(window.questions).as("nothing is lost").isEmpty();
        assertThat(window.history.get().points()).hasSize(1);
        saved("a.driftscope", 0.11);
        window.drift(0.4);
        window.opening.openModel(window.sample().model());
        assertThat(window.questions).hasSize(1);
        assertThat(window.questions.get(0).detail()).contains("a.driftscope stays as it was last saved");
        window.answer("Discard");
        assertThat(window.history.get().points()).hasSize(1);
        assertThat(window.keeper.file()).isNull();
    }

    @Test
    void saveWritesFirstAndThenGoesOn() {
        Path a = saved("a.driftscope", 0.11);
        window.explorer.calibrate();
        window.unsaved.before("Closing the window", () -> gone.add("closed"));
        assertThat(gone).isEmpty();
        window.answer("Save");
        assertThat(gone).containsExactly("closed");
        assertThat(SessionFiles.read(a).state().points()).hasSize(1);
        window.unsaved.before("Closing the window", () -> gone.add("again"));
        assertThat(gone).containsExactly("closed", "again");
    }

    @Test
    void savingThatIsCalledOffOrFailsDoesNotGoOn() throws IOException {
        window.explorer.calibrate();
        window.unsaved.before("Closing the window", () -> gone.add("closed"));
        window.answer("Save…");
        assertThat(gone).isEmpty();
        window.unsaved.before("Closing the window", () -> gone.add("closed"));
        window.chosen.add(Files.createDirectory(folder.resolve("a-folder.driftscope")));
        window.answer("Save…");
        assertThat(gone).isEmpty();
        assertThat(window.problems).hasSize(1);
    }

    @Test
    void aChangeThatWasTakenBackIsNoChange() {
        saved("a.driftscope", 0.11);
        window.drift(0.4);
        assertThat(window.keeper.isUnsaved()).isTrue();
        assertThat(window.keeper.statusProperty().get()).contains("changed");
        window.history.undo();
        assertThat(window.keeper.isUnsaved()).isFalse();
        assertThat(window.keeper.statusProperty().get()).doesNotContain("changed");
    }
}
