package org.driftscope.io.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.driftscope.io.parquet.ParquetColumn.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read back by other programs where Python has them. */
class ParquetWriterTest {
    private static final List<ParquetColumn> COLUMNS = List.of(
            new ParquetColumn("text", Type.TEXT),
            new ParquetColumn("whole", Type.WHOLE),
            new ParquetColumn("real", Type.REAL),
            new ParquetColumn("flag", Type.FLAG),
            new ParquetColumn("time", Type.TIME));

    /** More than a page and a group of rows, with nulls that come in runs and one by one. */
    private static final int ROWS = 60_001;

    private static final String READ =
            """
            import sys, hashlib
            def digest(rows):
                h = hashlib.sha256()
                for r in rows: h.update((repr(r) + '\\n').encode())
                return h.hexdigest()
            def want():
                for i in range(int(sys.argv[3])):
                    yield (None if i % 7 == 0 else ('é\u20ac' + str(i)) * (1 + i % 40), None if i // 1000 % 2 else i * i - 5,
                           None if i % 3 == 1 else i / 7, None if i % 11 == 10 else i % 5 < 2, None if i % 2 else 1767225600000 + i)
            if sys.argv[1] == 'pyarrow':
                import pyarrow.parquet as q
                t = q.read_table(sys.argv[2])
                assert [str(f.type) for f in t.schema] == ['string', 'int64', 'double', 'bool', 'timestamp[ms, tz=UTC]'], t.schema
                import pyarrow as pa
                t = t.set_column(4, 'time', t['time'].cast(pa.timestamp('ms')).cast(pa.int64()))
                rows = zip(*[c.to_pylist() for c in t.columns])
            else:
                import duckdb
                rows = duckdb.sql(f"select text, whole, real, flag, epoch_ms(time) from '{sys.argv[2]}'").fetchall()
            assert digest(rows) == digest(want())
            print('same')
            """;

    @TempDir
    Path folder;

    private static List<Object> row(int i) {
        return Arrays.asList(
                i % 7 == 0 ? null : ("é\u20ac" + i).repeat(1 + i % 40),
                i / 1000 % 2 == 1 ? null : (long) i * i - 5,
                i % 3 == 1 ? null : i / 7.0,
                i % 11 == 10 ? null : i % 5 < 2,
                i % 2 == 1 ? null : 1_767_225_600_000L + i);
    }

    private Path written(int rows) throws IOException {
        Path file = folder.resolve("table.parquet");
        try (var out = Files.newOutputStream(file)) {
            ParquetWriter writer = new ParquetWriter(out, COLUMNS);
            for (int i = 0; i < rows; i++) {
                writer.row(row(i));
            }
            writer.finish();
        }
        return file;
    }

    private static String python(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 2];
        command[0] = "python3";
        command[1] = "-c";
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? said : "failed: " + said;
    }

    private void readBy(String library) throws Exception {
        assumeTrue(has(library), "Python has no " + library);
        assertThat(python(READ, library, written(ROWS).toString(), Integer.toString(ROWS)))
                .isEqualTo("same");
        assertThat(python(READ, library, written(0).toString(), "0")).isEqualTo("same");
    }

    private static boolean has(String library) {
        try {
            return python("import " + library).isEmpty();
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    @Test
    void arrowReadsEveryCell() throws Exception {
        readBy("pyarrow");
    }

    @Test
    void duckDbReadsEveryCell() throws Exception {
        readBy("duckdb");
    }

    @Test
    void theFooterLiesBetweenTheLastPageAndItsLength() throws IOException {
        byte[] file = Files.readAllBytes(written(3));
        assertThat(new String(file, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(new String(file, file.length - 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("PAR1");
        int footer = ByteBuffer.wrap(file, file.length - 8, 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        assertThat(footer).isBetween(1, file.length - 12);
        // field 1, an i32, of which the format's version 1 is written as 2
        assertThat(Arrays.copyOfRange(file, file.length - 8 - footer, file.length - 6 - footer))
                .containsExactly(0x15, 2);
    }

    @Test
    void rowsOfOtherShapesAreRefused() throws IOException {
        ParquetWriter writer = new ParquetWriter(new ByteArrayOutputStream(), COLUMNS);
        assertThatThrownBy(() -> writer.row(List.of("a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.row(List.of("a", 1, 2.0, true, 3L))).isInstanceOf(ClassCastException.class);
    }
}
