package org.driftscope.io.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.driftscope.io.safetensors.TensorEntry.ElementKind;
import org.driftscope.network.Tensor;
import org.driftscope.support.AtomicFiles;

/** Writes safetensors files: the same content gives the same bytes. */
public final class SafetensorsWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /** Replaces or creates the file, wholly or not at all. */
    public static void write(Safetensors content, Path file) {
        List<Map.Entry<String, Tensor>> ordered = ordered(content);
        AtomicFiles.write(file, out -> {
            byte[] header = header(content, ordered);
            out.write(littleEndian(Long.BYTES).putLong(header.length).array());
            out.write(header);
            for (Map.Entry<String, Tensor> entry : ordered) {
                writeElements(entry.getValue(), content.kind(entry.getKey(), entry.getValue()), out);
            }
        });
    }

    /** Wide elements first, so that all are aligned; then by name. */
    private static List<Map.Entry<String, Tensor>> ordered(Safetensors content) {
        Comparator<Map.Entry<String, Tensor>> wideFirst = Comparator.comparing(
                entry -> -content.kind(entry.getKey(), entry.getValue()).bytes());
        return content.tensors().entrySet().stream()
                .sorted(wideFirst.thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private static byte[] header(Safetensors content, List<Map.Entry<String, Tensor>> ordered) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            if (!content.metadata().isEmpty()) {
                json.writeObjectFieldStart(Safetensors.METADATA);
                for (Map.Entry<String, String> entry : content.metadata().entrySet()) {
                    json.writeStringField(entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
            }
            long offset = 0;
            for (Map.Entry<String, Tensor> entry : ordered) {
                ElementKind kind = content.kind(entry.getKey(), entry.getValue());
                offset = writeEntry(json, entry.getKey(), entry.getValue(), kind, offset);
            }
            json.writeEndObject();
        }
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(' ');
        }
        return bytes.toByteArray();
    }

    private static long writeEntry(JsonGenerator json, String name, Tensor tensor, ElementKind kind, long offset)
            throws IOException {
        long end = offset + (long) tensor.size() * kind.bytes();
        long[] shape = tensor.shape();
        json.writeObjectFieldStart(name);
        json.writeStringField("dtype", kind.name());
        json.writeFieldName("shape");
        json.writeArray(shape, 0, shape.length);
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {offset, end}, 0, 2);
        json.writeEndObject();
        return end;
    }

    private static void writeElements(Tensor tensor, ElementKind kind, OutputStream out) throws IOException {
        ByteBuffer bytes = littleEndian(Math.multiplyExact(tensor.size(), kind.bytes()));
        switch (kind) {
            case F32 -> bytes.asFloatBuffer().put(tensor.floats());
            case I64 -> bytes.asLongBuffer().put(tensor.longs());
            case BF16 -> {
                for (float value : tensor.floats()) {
                    bytes.putShort((short) (Float.floatToRawIntBits(value) >>> Short.SIZE));
                }
            }
            case U8 -> {
                for (long value : tensor.longs()) {
                    bytes.put((byte) value);
                }
            }
        }
        out.write(bytes.array());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
