package org.driftscope.io.safetensors;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.driftscope.io.safetensors.TensorEntry.ElementKind;
import org.driftscope.network.Tensor;

/**
 * The content of a safetensors file.
 *
 * @param tensors by name, sorted; floats (F32, BF16) or integers (I64, U8)
 * @param metadata texts by key, sorted; the file's {@code __metadata__}
 * @param narrow element types of tensors that are not F32 or I64
 */
public record Safetensors(
        SortedMap<String, Tensor> tensors, SortedMap<String, String> metadata, Map<String, ElementKind> narrow) {
    /** The key of the metadata, which no tensor may have. */
    static final String METADATA = "__metadata__";

    public Safetensors {
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        narrow = Collections.unmodifiableSortedMap(new TreeMap<>(narrow));
        if (tensors.containsKey(METADATA)) {
            throw new IllegalArgumentException("a tensor cannot be named " + METADATA);
        }
    }

    public static Safetensors of(Map<String, Tensor> tensors, Map<String, String> metadata) {
        return of(tensors, metadata, Map.of());
    }

    static Safetensors of(Map<String, Tensor> tensors, Map<String, String> metadata, Map<String, ElementKind> narrow) {
        return new Safetensors(new TreeMap<>(tensors), new TreeMap<>(metadata), narrow);
    }

    /** How a tensor's elements lie in the file. */
    ElementKind kind(String name, Tensor tensor) {
        return narrow.getOrDefault(name, ElementKind.of(tensor));
    }
}
