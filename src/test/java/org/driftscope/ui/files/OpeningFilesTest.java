package org.driftscope.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningFilesTest {
    private static final int CIFAR_RECORD = 3073;

    @TempDir
    Path folder;

    private Path file(String name, int size, int firstByte) throws IOException {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) firstByte;
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void contentTellsModelsFromImages() throws IOException {
        assertThat(FileRole.kindOf(file("a", 500, 8))).isEqualTo(FileRole.MODEL);
        assertThat(FileRole.kindOf(file("b", CIFAR_RECORD, 8))).isEqualTo(FileRole.IMAGES);
        assertThat(FileRole.kindOf(file("c.onnx", 500, 'v'))).isEqualTo(FileRole.MODEL);
        assertThat(FileRole.kindOf(file("d.driftscope", 500, '{'))).isEqualTo(FileRole.SESSION);
        assertThat(FileRole.kindOf(file("e.safetensors", 500, 8))).isEqualTo(FileRole.STATISTICS);
        assertThat(FileRole.kindOf(file("e.yaml", 500, 'n'))).isEqualTo(FileRole.EXPERIMENT);
        Path lesson = Files.writeString(folder.resolve("l.yaml"), "format: driftscope-lesson\n");
        assertThat(FileRole.kindOf(lesson)).isEqualTo(FileRole.LESSON);
        assertThat(Opening.needNetwork(List.of(lesson)))
                .as("the sample comes first")
                .isTrue();
        assertThat(FileRole.kindOf(folder)).isEqualTo(FileRole.IMAGES);
        assertThatThrownBy(() -> FileRole.kindOf(folder.resolve("gone"))).isInstanceOf(DataFormatException.class);
    }

    @Test
    void whatBelongsToANetworkWaitsForOneAtTheStart() throws IOException {
        Path statistics = file("s.safetensors", 500, 8);
        assertThat(Opening.needNetwork(List.of(statistics))).isTrue();
        assertThat(Opening.needNetwork(List.of(file("a.onnx", 500, 8), statistics)))
                .isFalse();
        assertThat(Opening.needNetwork(List.of(file("d.driftscope", 500, '{')))).isFalse();
        assertThat(Opening.needNetwork(List.of(folder.resolve("gone")))).isFalse();
    }
}
