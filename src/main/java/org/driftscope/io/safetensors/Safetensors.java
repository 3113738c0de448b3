package org.driftscope.io.safetensors;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.driftscope.network.Tensor;

/**
 * The content of a safetensors file.
 *
 * @param tensors by name, sorted; floats (F32) or integers (I64)
 * @param metadata texts by key, sorted; the file's {@code __metadata__}
 */
public record Safetensors(SortedMap<String, Tensor> tensors, SortedMap<String, String> metadata) {
    /** The key of the metadata, which no tensor may have. */
    static final String METADATA = "__metadata__";

    public Safetensors {
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        if (tensors.containsKey(METADATA)) {
            throw new IllegalArgumentException("a tensor cannot be named " + METADATA);
        }
    }

    public static Safetensors of(Map<String, Tensor> tensors, Map<String, String> metadata) {
        return new Safetensors(new TreeMap<>(tensors), new TreeMap<>(metadata));
    }
}
