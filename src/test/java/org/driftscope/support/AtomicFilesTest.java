package org.driftscope.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.io.files.Hashes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    private Path folder;

    @Test
    void replacesTheWholeFileAndMakesFolders() throws IOException {
        Path file = folder.resolve("deep/er/result.txt");

        AtomicFiles.write(file, "a long first text".getBytes());
        AtomicFiles.write(file, "second".getBytes());

        assertThat(file).hasContent("second");
        assertThat(list(file.getParent())).containsExactly("result.txt");
    }

    @Test
    void failureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("result.txt");
        Files.writeString(file, "old");

        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("result.txt")
                .hasMessageContaining("disk full");

        assertThat(file).hasContent("old");
        assertThat(list(folder)).containsExactly("result.txt");
    }

    @Test
    void linkStaysALink() throws IOException {
        Path target = Files.writeString(folder.resolve("target.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);

        AtomicFiles.write(link, "new".getBytes());

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    void linkToNothingStays() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("absent"));

        assertThatThrownBy(() -> AtomicFiles.write(link, new byte[0]))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("link");

        assertThat(link).isSymbolicLink();
    }

    @Test
    void pipeIsNotReplaced() throws Exception {
        Path pipe = folder.resolve("pipe");
        Assumptions.assumeTrue(!System.getProperty("os.name").startsWith("Windows"));
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> AtomicFiles.write(pipe, new byte[0]))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("pipe or a device");

        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void placesAreLookedAtBeforeTheWork() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("absent"));

        OutputPlaces.requireFile(file);
        OutputPlaces.requireFile(folder.resolve("new/er/file"));
        OutputPlaces.requireFolder(folder);
        OutputPlaces.requireFolder(folder.resolve("new/er"));
        for (Path wrong : List.of(folder, link, file.resolve("below"), link.resolve("below"))) {
            assertThatThrownBy(() -> OutputPlaces.requireFile(wrong)).hasMessageContaining("cannot be written");
        }
        for (Path wrong : List.of(file, link, file.resolve("below"), link.resolve("below"))) {
            assertThatThrownBy(() -> OutputPlaces.requireFolder(wrong)).hasMessageContaining("cannot be written");
        }
    }

    @Test
    void folderIsNotReplaced() {
        assertThatThrownBy(() -> AtomicFiles.write(folder, new byte[0]))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("folder");
    }

    @Test
    void hashIsThatOfTheStandard() {
        // FIPS 180-2, appendix B.1
        assertThat(Hashes.sha256("abc".getBytes()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static Stream<String> list(Path folder) throws IOException {
        return Files.list(folder).map(path -> path.getFileName().toString());
    }
}
