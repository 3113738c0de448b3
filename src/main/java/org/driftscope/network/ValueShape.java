package org.driftscope.network;

import java.util.List;

/**
 * A named value of a graph and its declared shape.
 *
 * @param name the value's name
 * @param dims sizes; -1 where a size is free, such as the batch
 */
public record ValueShape(String name, List<Long> dims) {
    public ValueShape {
        dims = List.copyOf(dims);
    }
}
