package org.driftscope.io.yaml;

import java.util.List;

/** A value in a YAML file; typed access refuses, at the value's place, what is of another type or out of range. */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {
    /** Where it starts. */
    Place place();

    /** "a list" and the like, for messages. */
    String describe();

    /** A single value, text or number. */
    default YamlScalar scalar() {
        throw place().error("expected a single value, found " + describe());
    }

    /** A list. */
    default YamlList list() {
        throw place().error("expected a list, found " + describe());
    }

    /** A table of keys and values. */
    default YamlMap map() {
        throw place().error("expected keys and values, found " + describe());
    }

    /** The items of a list, or the single value itself: what a setting that may be swept accepts. */
    default List<YamlNode> oneOrMore() {
        return List.of(this);
    }
}
