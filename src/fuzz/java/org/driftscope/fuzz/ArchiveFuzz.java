package org.driftscope.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.Outcomes;
import org.driftscope.experiment.archive.TrialOutcome;

/** Archives: the bytes of a sound database, some of them changed. */
public final class ArchiveFuzz {
    private static final ScratchFile FILE = new ScratchFile("archive.sqlite");
    private static final byte[] SOUND = sound();

    private ArchiveFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        byte[] bytes = SOUND.clone();
        int edits = data.consumeInt(1, 6);
        for (int i = 0; i < edits; i++) {
            // most of a page is empty: its header and its end are what counts
            int page = data.consumeInt(0, bytes.length / 4096 - 1) * 4096;
            int at = data.consumeBoolean() ? data.consumeInt(0, 120) : data.consumeInt(3400, 4095);
            bytes[page + at] = data.consumeByte();
        }
        FILE.readWith(bytes, ArchiveFuzz::read);
    }

    private static void read() {
        try (RunArchive archive = RunArchive.openToRead(FILE.path())) {
            List<ArchivedTrial> trials = archive.list("s");
            trials.forEach(trial -> archive.find(trial.key()));
        }
    }

    private static byte[] sound() {
        try (RunArchive archive = RunArchive.open(FILE.path())) {
            TrialOutcome outcome = Outcomes.of(100, 0.9, 0.5, 0.8, 10, 0.1, 160, 0, 0.5, "");
            archive.put(
                    new ArchivedTrial("0".repeat(64), "s", List.of("t"), "2026-01-01T00:00:00Z", "", "{}", "{}", outcome),
                    false);
        }
        try {
            return Files.readAllBytes(FILE.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
