package org.driftscope.io.yaml;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A table of keys and values.
 *
 * @param place where it starts
 * @param values by key, in the file's order
 * @param keyPlaces where each key stands
 */
public record YamlMap(Place place, Map<String, YamlNode> values, Map<String, Place> keyPlaces) implements YamlNode {
    public YamlMap {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        keyPlaces = Map.copyOf(keyPlaces);
        if (!keyPlaces.keySet().equals(values.keySet())) {
            throw new IllegalArgumentException("places of " + keyPlaces.keySet() + " for keys " + values.keySet());
        }
    }

    @Override
    public String describe() {
        return "keys and values";
    }

    @Override
    public YamlMap map() {
        return this;
    }

    /** @throws SpecFileException at the first key that is not allowed, with those that are */
    public void requireOnly(Collection<String> allowed) {
        for (String key : values.keySet()) {
            if (!allowed.contains(key)) {
                throw placeOf(key).error("unknown key '" + key + "'; allowed: " + String.join(", ", allowed));
            }
        }
    }

    /** The value of a key, if the file has it. */
    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** @throws SpecFileException at the table's place if the key is missing */
    public YamlNode require(String key) {
        return find(key).orElseThrow(() -> place.error("the key '" + key + "' is missing"));
    }

    private Place placeOf(String key) {
        return keyPlaces.getOrDefault(key, place);
    }
}
