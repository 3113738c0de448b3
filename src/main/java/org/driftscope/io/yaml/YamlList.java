package org.driftscope.io.yaml;

import java.util.List;

/**
 * A list of values.
 *
 * @param place where it starts
 * @param items in the file's order
 */
public record YamlList(Place place, List<YamlNode> items) implements YamlNode {
    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String describe() {
        return "a list";
    }

    @Override
    public YamlList list() {
        return this;
    }

    @Override
    public List<YamlNode> oneOrMore() {
        if (items.isEmpty()) {
            throw place.error("expected at least one value, found an empty list");
        }
        return items;
    }
}
