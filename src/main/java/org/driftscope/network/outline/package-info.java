/**
 * What every value of a graph will be, before anything runs: type, shape, and elements where they are constant. Finds
 * graphs that contradict themselves and values too large to hold.
 *
 * <p>Imports: the graph's values in {@code network} and what {@code network.op} says of windows and broadcasting. Used by
 * {@code network}, so they are parts of one room.
 */
@NullMarked
package org.driftscope.network.outline;

import org.jspecify.annotations.NullMarked;
