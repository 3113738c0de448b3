package org.driftscope.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.driftscope.ui.session.FileReference;
import org.driftscope.ui.session.Session;
import org.driftscope.ui.session.SessionFiles;
import org.driftscope.ui.state.ExplorerState;

/** Sessions: any text, or a whole session with a part of its text replaced. */
public final class SessionFuzz {
    private static final ScratchFile FILE = new ScratchFile("session.driftscope");
    private static final String WHOLE = whole();

    private SessionFuzz() {}

    private static String whole() {
        SessionFiles.write(
                FILE.path(),
                new Session(
                        new FileReference(Path.of("/m.onnx"), ""),
                        new FileReference(Path.of("/e.bin"), ""),
                        null,
                        List.of(),
                        ExplorerState.first(),
                        "conv1",
                        null));
        try {
            return Files.readString(FILE.path());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        String text = WHOLE;
        if (data.consumeInt(0, 9) == 0) {
            text = data.consumeRemainingAsString();
        } else {
            int edits = data.consumeInt(1, 4);
            for (int i = 0; i < edits; i++) {
                int from = data.consumeInt(0, text.length());
                int to = data.consumeInt(from, Math.min(text.length(), from + 30));
                String put = data.pickValue(new String[] {
                    "", "null", "1e999", "-1", "99999999999", "\"\"", "[]", "{}", "true", data.consumeString(8)
                });
                text = text.substring(0, from) + put + text.substring(to);
            }
        }
        FILE.readWith(text.getBytes(StandardCharsets.UTF_8), () -> SessionFiles.read(FILE.path()));
    }
}
