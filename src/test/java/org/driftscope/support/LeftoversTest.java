package org.driftscope.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final long NO_PROCESS = 4_000_000_000L;

    @TempDir
    Path folder;

    private Path half(String target, String process, Duration age) throws IOException {
        Path file = Files.writeString(
                folder.resolve("." + target + process + "." + UUID.randomUUID() + ".tmp"), "half of it");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        return file;
    }

    @Test
    void whatAKilledWriterLeftIsGoneAfterTheNextWrite() throws IOException {
        Path killed = half("a.csv", "." + NO_PROCESS, Duration.ofHours(1));
        Path older = half("a.csv", "", Duration.ofHours(1));
        Path running = half("a.csv", "." + ProcessHandle.current().pid(), Duration.ofHours(1));
        Path young = half("a.csv", "." + NO_PROCESS, Duration.ZERO);
        Path others = half("b.csv", "." + NO_PROCESS, Duration.ofHours(1));
        Path mine = Files.writeString(folder.resolve(".a.csv.notes.tmp"), "a user's own");
        AtomicFiles.write(folder.resolve("a.csv"), "x".getBytes(StandardCharsets.UTF_8));
        assertThat(killed).doesNotExist();
        assertThat(older).doesNotExist();
        assertThat(running).exists();
        assertThat(young).exists();
        assertThat(others).exists();
        assertThat(mine).exists();
        AtomicFiles.tidy(folder);
        assertThat(others).doesNotExist();
        assertThat(folder.resolve("a.csv")).hasContent("x");
    }
}
