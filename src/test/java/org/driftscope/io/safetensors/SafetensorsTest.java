package org.driftscope.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    @TempDir
    private Path folder;

    @Test
    void contentSurvivesTheFile() {
        Path file = folder.resolve("a.safetensors");
        Tensor floats = Tensor.floats(new float[] {1, -2.5f, Float.MIN_VALUE}, 3, 1);
        Tensor longs = Tensor.ints(new long[] {Long.MIN_VALUE, 3}, 2);
        Tensor none = Tensor.floats(new float[0], 0, 4);

        SafetensorsWriter.write(
                Safetensors.of(Map.of("w", floats, "i \"quoted\" µ", longs, "e", none), Map.of("k", "v\n")), file);
        Safetensors back = SafetensorsReader.read(file);

        assertThat(back.tensors().get("w")).usingRecursiveComparison().isEqualTo(floats);
        assertThat(back.tensors().get("i \"quoted\" µ"))
                .usingRecursiveComparison()
                .isEqualTo(longs);
        assertThat(back.tensors().get("e")).usingRecursiveComparison().isEqualTo(none);
        assertThat(back.metadata()).containsExactly(Map.entry("k", "v\n"));
    }

    @Test
    void readsWhatTheReferenceImplementationWrote() {
        Path models = Path.of(System.getProperty("shared.data", ".")).resolve("models");
        Assumptions.assumeTrue(Files.isDirectory(models), "no models at " + models);

        Map<String, Tensor> tensors =
                SafetensorsReader.read(models.resolve("mnist-burn.safetensors")).tensors();

        assertThat(tensors).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "{\"a\":1}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,12]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"__metadata__\":{\"k\":3},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"__metadata__\":[],\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}"
            })
    void refusesHostileHeaders(String header) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        assertRefused(bytes(json.length, json));
    }

    @Test
    void refusesHeadersLongerThanTheFile() throws IOException {
        assertRefused(bytes(Long.MAX_VALUE, new byte[2]));
        assertRefused(bytes(-1, new byte[2]));
        assertRefused(bytes(1L << 40, new byte[2]));
        assertRefused(new byte[5]);
        assertRefused(new byte[0]);
    }

    @Test
    void refusesDeeplyNestedHeaders() throws IOException {
        byte[] json = "[".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        assertRefused(bytes(json.length, json));
    }

    /** The length, the header and eight bytes of elements. */
    private static byte[] bytes(long headerLength, byte[] header) {
        return ByteBuffer.allocate(8 + header.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(headerLength)
                .put(header)
                .array();
    }

    private void assertRefused(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("bad.safetensors"), content);
        assertThatThrownBy(() -> SafetensorsReader.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("bad.safetensors");
    }
}
