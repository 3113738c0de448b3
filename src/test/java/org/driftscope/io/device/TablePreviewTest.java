package org.driftscope.io.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.driftscope.io.npy.NpzWriter;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a table before its columns are told. */
class TablePreviewTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void headingsAndTheFirstRowsAreShown() throws IOException {
        TablePreview preview = TablePreview.of(file("a.csv", "# remark\na,b,\"c\"\n1,2,3\n4,5,6\n"));
        assertThat(preview.names()).containsExactly("a", "b", "c");
        assertThat(preview.words()).containsExactly("1", "2", "3");
        assertThat(preview.rows()).containsExactly(List.of("1", "2", "3"), List.of("4", "5", "6"));
        assertThat(preview.wide()).isFalse();
    }

    @Test
    void columnsWithoutHeadingsAreCounted() throws IOException {
        TablePreview preview = TablePreview.of(file("a.tsv", "1\t2\n3\t4\n"));
        assertThat(preview.names()).containsExactly("Column 1", "Column 2");
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.kind())
                .isNotEqualTo(TablePreview.of(file("b.csv", "x,y\n1,2\n")).kind());
    }

    @Test
    void arraysAreShownWithTheirShapes() throws IOException {
        Path npz = folder.resolve("a.npz");
        try (OutputStream out = Files.newOutputStream(npz)) {
            NpzWriter writer = new NpzWriter(out);
            writer.put("matrix", new float[] {1, 2, 3, 4}, 2, 2);
            writer.put("hours", new float[] {5, 6}, 2);
            writer.finish();
        }
        TablePreview preview = TablePreview.of(npz);
        assertThat(preview.arrays()).isTrue();
        assertThat(preview.words()).containsExactlyInAnyOrder("matrix", "hours");
        assertThat(preview.names()).containsExactlyInAnyOrder("matrix [2, 2]", "hours [2]");
        assertThat(MeasurementFiles.holdsMeasurements(npz)).isFalse();
        assertThatThrownBy(() -> MeasurementFiles.open(npz, TableOptions.found()))
                .isInstanceOf(UnclearColumns.class);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path empty = file("a.csv", "\n# nothing\n");
        assertThatThrownBy(() -> TablePreview.of(empty))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("empty");
    }
}
