package org.driftscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.ui.state.ExplorerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {
    private static final long NO_PROCESS = 4_000_000_000L;

    @TempDir
    Path folder;

    private final Session session = new Session(
            new FileReference(Path.of("/m.onnx"), ""),
            new FileReference(Path.of("/e.bin"), ""),
            null,
            ExplorerState.first(),
            "");

    @Test
    void aRunningWindowIsNoCrash() {
        Autosave autosave = new Autosave(folder);
        autosave.write(session);
        assertThat(new Autosave(folder).leftByCrash()).isEmpty();
        autosave.end();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingIsWrittenAfterTheEnd() {
        Autosave autosave = new Autosave(folder);
        autosave.end();
        autosave.write(session);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatADeadProcessLeftIsOfferedUntilDeclined() throws IOException {
        Path left = Files.writeString(folder.resolve("autosave-" + NO_PROCESS + "-1.driftscope"), "{}");
        Autosave autosave = new Autosave(folder);
        assertThat(autosave.leftByCrash()).contains(left);
        autosave.discard(left);
        assertThat(autosave.leftByCrash()).isEmpty();
        assertThat(new Autosave(folder).leftByCrash()).isEmpty();
    }
}
