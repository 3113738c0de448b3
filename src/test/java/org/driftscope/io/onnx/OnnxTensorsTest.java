package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftscope.io.onnx.Protos.dense;
import static org.driftscope.io.onnx.Protos.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import org.driftscope.io.files.Hashes;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.protobuf.ByteString;

/** All types and places that a tensor's elements may have. */
class OnnxTensorsTest {
    private static final float[] VALUES = {1, 2, 3, 4, 5, 6};

    @TempDir
    private Path folder;

    @BeforeEach
    void putWeightsBesideTheModel() throws IOException {
        Files.createDirectories(folder.resolve("model"));
        Files.write(
                folder.resolve("model/weights.bin"),
                Protos.raw(9, 1, 2, 3, 4, 5, 6).toByteArray());
        Files.write(
                folder.resolve("outside.bin"), Protos.raw(9, 1, 2, 3, 4, 5, 6).toByteArray());
    }

    @Test
    void floatingTypesBecomeFloats() throws IOException {
        int[] halves = {0x3c00, 0x4000, 0x4200, 0x4400, 0x4500, 0x4600};
        TensorProto.Builder half = tensor(DataType.FLOAT16);
        TensorProto.Builder brain = tensor(DataType.BFLOAT16);
        TensorProto.Builder wide = tensor(DataType.DOUBLE);
        TensorProto.Builder single = tensor(DataType.FLOAT);
        byte[] raw = new byte[12];
        for (int i = 0; i < 6; i++) {
            half.addInt32Data(halves[i]);
            brain.addInt32Data(Float.floatToIntBits(VALUES[i]) >>> 16);
            wide.addDoubleData(VALUES[i]);
            single.addFloatData(VALUES[i]);
            raw[2 * i] = (byte) halves[i];
            raw[2 * i + 1] = (byte) (halves[i] >> 8);
        }

        assertThat(decoded(half).floats()).containsExactly(VALUES);
        assertThat(decoded(brain).floats()).containsExactly(VALUES);
        assertThat(decoded(wide).floats()).containsExactly(VALUES);
        assertThat(decoded(single).floats()).containsExactly(VALUES);
        assertThat(decoded(tensor(DataType.FLOAT16).setRawData(ByteString.copyFrom(raw)))
                        .floats())
                .containsExactly(VALUES);
    }

    @ParameterizedTest
    @CsvSource({
        "INT8,-1,1",
        "UINT8,255,1",
        "INT16,-1,2",
        "UINT16,65535,2",
        "INT32,-1,4",
        "UINT32,4294967295,4",
        "INT64,-1,8",
        "BOOL,1,1"
    })
    void integersKeepTheirSign(DataType type, long expected, int bytes) throws IOException {
        byte[] raw = new byte[6 * bytes];
        java.util.Arrays.fill(raw, (byte) 0xff);

        assertThat(decoded(tensor(type).setRawData(ByteString.copyFrom(raw))).longs())
                .containsOnly(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"INT8", "UINT8", "INT16", "INT32", "BOOL"})
    void integersOfTypedFields(DataType type) throws IOException {
        TensorProto.Builder tensor = tensor(type);
        for (int i = 0; i < 6; i++) {
            tensor.addInt32Data(i % 2);
        }

        assertThat(decoded(tensor).longs()).containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void externalDataIsReadAndHashedWithTheModel() throws IOException {
        Path file = save(external("weights.bin", "4", "24"));

        assertThat(OnnxReader.readGraph(file).constants().get("w").floats()).containsExactly(VALUES);
        assertThat(OnnxReader.read(file).sha256()).isNotEqualTo(Hashes.sha256(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside.bin", "sub/../../outside.bin", "/etc/hostname", "C:\\weights.bin", "", "link.bin"})
    void externalDataOutsideTheFolderIsRefused(String location) throws IOException {
        Files.createSymbolicLink(folder.resolve("model/link.bin"), folder.resolve("outside.bin"));

        refuses(external(location, "4", "24"), "folder");
    }

    @ParameterizedTest
    @CsvSource({
        "-4,24,not a count",
        "8,24,truncated",
        "9223372036854775807,24,truncated",
        "0,28,dims need 24",
        "x,24,not a count",
        "0,99999999999999999999,not a count"
    })
    void impossibleOffsetsAndLengthsAreRefused(String offset, String length, String expected) throws IOException {
        refuses(external("weights.bin", offset, length), expected);
    }

    @Test
    void missingExternalFileIsNamed() throws IOException {
        refuses(external("gone.bin", "0", "24"), "gone.bin");
    }

    private static TensorProto.Builder tensor(DataType type) {
        return TensorProto.newBuilder()
                .setName("w")
                .setDataType(type.getNumber())
                .addDims(3)
                .addDims(2);
    }

    private static TensorProto.Builder external(String location, String offset, String length) {
        return tensor(DataType.FLOAT)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", location))
                .addExternalData(entry("offset", offset))
                .addExternalData(entry("length", length));
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private Tensor decoded(TensorProto.Builder tensor) throws IOException {
        Tensor decoded = OnnxReader.readGraph(save(tensor)).constants().get("w");
        assertThat(decoded).isNotNull();
        return decoded;
    }

    private Path save(TensorProto.Builder tensor) throws IOException {
        byte[] bytes = model(13, dense().setInitializer(0, tensor)).build().toByteArray();
        return Files.write(folder.resolve("model/model.onnx"), bytes);
    }

    private void refuses(TensorProto.Builder tensor, String part) throws IOException {
        Path file = save(tensor);
        assertThatThrownBy(() -> OnnxReader.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("model.onnx")
                .hasMessageContaining("'w'")
                .hasMessageContaining(part);
    }
}
