package org.driftscope.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node's settings: values of type Long, Float, String, long[], float[] or {@link Tensor}. Immutable. */
public final class Attributes {
    private static final Attributes NONE = new Attributes(Map.of());

    private final Map<String, Object> values;

    private Attributes(Map<String, Object> values) {
        this.values = values;
    }

    public static Attributes none() {
        return NONE;
    }

    public static Attributes of(Map<String, Object> values) {
        return new Attributes(Map.copyOf(values));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public long integer(String name, long otherwise) {
        return values.get(name) instanceof Long value ? value : otherwise;
    }

    public float real(String name, float otherwise) {
        return values.get(name) instanceof Float value ? value : otherwise;
    }

    public String text(String name, String otherwise) {
        return values.get(name) instanceof String value ? value : otherwise;
    }

    public long[] integers(String name, long... otherwise) {
        return values.get(name) instanceof long[] value ? value.clone() : otherwise;
    }

    public float[] reals(String name, float... otherwise) {
        return values.get(name) instanceof float[] value ? value.clone() : otherwise;
    }

    public @Nullable Tensor tensor(String name) {
        return values.get(name) instanceof Tensor value ? value : null;
    }

    /** All settings, unmodifiable. */
    public Map<String, Object> asMap() {
        return values;
    }
}
