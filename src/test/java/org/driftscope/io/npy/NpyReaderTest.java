package org.driftscope.io.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyReaderTest {
    private static NpyArray read(byte[] file) {
        return NpyReader.read(new ByteArrayInputStream(file), "test.npy", 1 << 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsEveryVersion(int version) {
        NpyArray array = read(SmallArrays.npy(
                version, SmallArrays.dictionary("|u1", false, "(2, 2)"), new byte[] {1, 2, 3, (byte) 255}));

        assertThat(array.shape()).containsExactly(2, 2);
        assertThat(array.longs()).containsExactly(1, 2, 3, 255);
        assertThat(array.bytes(1, 2)).containsExactly(2, 3);
    }

    @Test
    void readsBigEndianDoubles() {
        byte[] elements =
                ByteBuffer.allocate(16).putDouble(Math.PI).putDouble(-1e300).array();

        assertThat(read(SmallArrays.npy(1, SmallArrays.dictionary(">f8", false, "(2,)"), elements))
                        .doubles())
                .containsExactly(Math.PI, -1e300);
    }

    @Test
    void turnsFortranOrderIntoRowMajor() {
        // np.arange(24).reshape(2, 3, 4) in Fortran order: element (i, j, k) at i + 2 j + 6 k
        byte[] elements = new byte[24];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 4; k++) {
                    elements[i + 2 * j + 6 * k] = (byte) (12 * i + 4 * j + k);
                }
            }
        }

        long[] values = read(SmallArrays.npy(1, SmallArrays.dictionary("|i1", true, "(2, 3, 4)"), elements))
                .longs();

        assertThat(values)
                .containsExactly(java.util.stream.LongStream.range(0, 24).toArray());
    }

    @Test
    void readsHalfFloats() {
        byte[] elements = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x3c00)
                .putShort((short) 0xc000)
                .putShort((short) 0x0001)
                .putShort((short) 0x7c00)
                .array();

        assertThat(read(SmallArrays.npy(1, SmallArrays.dictionary("<f2", false, "(4,)"), elements))
                        .floats())
                .containsExactly(1f, -2f, 0x1p-24f, Float.POSITIVE_INFINITY);
    }

    @Test
    void readsASingleNumberAndAnEmptyArray() {
        assertThat(read(SmallArrays.npy(1, SmallArrays.dictionary("|u1", false, "()"), new byte[] {7}))
                        .longs())
                .containsExactly(7);
        assertThat(read(SmallArrays.npy(1, SmallArrays.dictionary("<f4", false, "(0, 3)"), new byte[0]))
                        .floats())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000, 1000000), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (500000000,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }",
                "nonsense"
            })
    void refusesOtherContentsAndImpossibleShapes(String dictionary) {
        assertThatThrownBy(() -> read(SmallArrays.npy(1, dictionary, new byte[4])))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("test.npy");
    }

    @Test
    void refusesEveryTruncation() {
        byte[] file = SmallArrays.npy(1, SmallArrays.dictionary("<f4", false, "(2, 3)"), new byte[24]);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(file, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(DataFormatException.class);
        }
    }

    @Test
    void readsNumPysOwnFiles() {
        Path vectors = Path.of(System.getProperty("shared.vectors", "."));
        Assumptions.assumeTrue(Files.isDirectory(vectors), "no reference vectors at " + vectors);

        NpyArray array = NpyReader.read(vectors.resolve("tiny_Wt.npy"));

        assertThat(array.type()).isEqualTo(NpyType.FLOAT64);
        assertThat(array.shape()).containsExactly(6, 3);
        assertThat(array.doubles()).hasSize(18).doesNotContain(Double.NaN);
    }

    @Test
    void readsAnArchiveAndIgnoresOtherEntries(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("images.npz");
        byte[] x = SmallArrays.npy(1, SmallArrays.dictionary("|u1", false, "(2,)"), new byte[] {1, 2});
        Files.write(file, SmallArrays.zip(Map.of("x.npy", x, "../evil.npy", x, "README", x)));

        assertThat(NpzReader.read(file)).containsOnlyKeys("x");
    }

    @Test
    void refusesAnArchiveThatUnpacksToTooMuch(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bomb.npz");
        byte[] x = SmallArrays.npy(1, SmallArrays.dictionary("|u1", false, "(4000000,)"), new byte[4_000_000]);
        Files.write(file, SmallArrays.zip(Map.of("x.npy", x, "y.npy", x)));

        assertThat(Files.size(file)).isLessThan(20_000);
        assertThatThrownBy(() -> NpzReader.read(file, 5_000_000))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("limit");
    }

    @Test
    void refusesASmallArchiveThatFillsTheMemory(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bomb.npz");
        byte[] x = SmallArrays.npy(1, SmallArrays.dictionary("|u1", false, "(70000000,)"), new byte[70_000_000]);
        Files.write(file, SmallArrays.zip(Map.of("x.npy", x)));

        assertThatThrownBy(() -> NpzReader.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("unpacks");
    }
}
