package org.driftscope.io.safetensors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftscope.io.safetensors.TensorEntry.ElementKind;
import org.driftscope.network.Tensor;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;
import org.driftscope.support.ModelFormatException;

/**
 * Reads safetensors files: 8 bytes with the header's length, a JSON header, then the elements without gap or overlap.
 * Source: github.com/huggingface/safetensors, "Format".
 */
public final class SafetensorsReader {
    private static final int PREFIX = 8;
    private static final long MAX_HEADER = 25_000_000;
    private static final long MAX_FILE = Integer.MAX_VALUE - 8L;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SafetensorsReader() {}

    /**
     * @return all tensors and texts of the file
     * @throws ModelFormatException if it is damaged, hostile, or holds other types than F32, BF16, I64 and U8
     */
    public static Safetensors read(Path file) {
        ByteBuffer bytes = ByteBuffer.wrap(readAll(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < PREFIX) {
            throw refusal(file, "has " + bytes.remaining() + " bytes, too few for its header");
        }
        long headerLength = bytes.getLong();
        if (headerLength < 2 || headerLength > Math.min(MAX_HEADER, bytes.remaining())) {
            throw refusal(
                    file,
                    "declares a header of " + Long.toUnsignedString(headerLength) + " bytes, which the file"
                            + " cannot hold");
        }
        JsonNode header = header(file, new String(bytes.array(), PREFIX, (int) headerLength, StandardCharsets.UTF_8));
        int dataStart = PREFIX + (int) headerLength;
        ByteBuffer data = bytes.slice(dataStart, bytes.limit() - dataStart).order(ByteOrder.LITTLE_ENDIAN);
        List<TensorEntry> entries = entries(file, header, data);
        Map<String, Tensor> tensors = new TreeMap<>();
        Map<String, ElementKind> narrow = new TreeMap<>();
        entries.forEach(entry -> {
            tensors.put(entry.name(), entry.decode(data));
            if (entry.type().isNarrow()) {
                narrow.put(entry.name(), entry.type());
            }
        });
        return Safetensors.of(tensors, metadata(file, header), narrow);
    }

    private static byte[] readAll(Path file) {
        String refusal = InputFiles.refusal(file, "a safetensors file");
        if (!refusal.isEmpty()) {
            throw new ModelFormatException(file + refusal);
        }
        try {
            if (Files.size(file) > MAX_FILE) {
                throw new ModelFormatException(file + " is larger than 2 GB, which is more than is read at once.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelFormatException(file + " cannot be read: " + IoReason.of(e) + ". Check the path.", e);
        }
    }

    private static JsonNode header(Path file, String text) {
        try {
            JsonNode header = JSON.readTree(text);
            if (header == null || !header.isObject()) {
                throw refusal(file, "is not a safetensors file");
            }
            return header;
        } catch (JsonProcessingException e) {
            throw refusal(
                    file,
                    "has an unreadable header ("
                            + e.getOriginalMessage().lines().findFirst().orElse("")
                            + ") and is not a sound safetensors file");
        }
    }

    private static List<TensorEntry> entries(Path file, JsonNode header, ByteBuffer data) {
        List<TensorEntry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (!entry.getKey().equals(Safetensors.METADATA)) {
                entries.add(TensorEntry.parse(file, entry.getKey(), entry.getValue()));
            }
        }
        requireNoGapOrOverlap(file, entries, data.limit());
        return entries;
    }

    private static void requireNoGapOrOverlap(Path file, List<TensorEntry> entries, int size) {
        entries.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
        long expected = 0;
        for (TensorEntry entry : entries) {
            if (entry.begin() != expected) {
                throw refusal(
                        file,
                        "places tensor '" + entry.name() + "' at byte " + entry.begin() + " instead of " + expected
                                + ", so tensors overlap or leave a gap");
            }
            expected = entry.end();
        }
        if (expected != size) {
            throw refusal(file, "holds " + size + " bytes of elements where its header names " + expected);
        }
    }

    private static TreeMap<String, String> metadata(Path file, JsonNode header) {
        TreeMap<String, String> metadata = new TreeMap<>();
        JsonNode json = header.path(Safetensors.METADATA);
        if (!json.isMissingNode() && !json.isObject()) {
            throw refusal(file, "has metadata that is not a list of texts");
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (!entry.getValue().isTextual()) {
                throw refusal(file, "has metadata '" + entry.getKey() + "' that is not a text");
            }
            metadata.put(entry.getKey(), entry.getValue().asText());
        }
        return metadata;
    }

    private static ModelFormatException refusal(Path file, String what) {
        return new ModelFormatException(
                file + " " + what + ". The file is truncated or damaged: save or download it" + " again.");
    }
}
