package org.driftscope.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputPlacesTest {
    @TempDir
    Path folder;

    @Test
    void lookingLeavesNothingBehind() throws IOException {
        OutputPlaces.requireFolder(folder.resolve("a/b"));
        OutputPlaces.requireFile(folder.resolve("c.npz"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFolderThatTheSystemKeepsForItselfIsRefusedBeforeTheWork() {
        Path kept = Path.of("/proc/self");
        Assumptions.assumeTrue(Files.isDirectory(kept), "no " + kept + " on this system");
        for (Path place : new Path[] {kept.resolve("out"), kept.resolve("out/deeper")}) {
            assertThatThrownBy(() -> OutputPlaces.requireFolder(place))
                    .isInstanceOf(DriftscopeException.class)
                    .hasMessageContaining("cannot be written");
            assertThatThrownBy(() -> OutputPlaces.requireFile(place)).isInstanceOf(DriftscopeException.class);
        }
    }
}
