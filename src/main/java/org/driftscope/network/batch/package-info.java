/**
 * Which axis of each value is the batch, proved operator by operator; where it cannot be proved, a network runs with the
 * batch size it was exported with.
 *
 * <p>Imports: the graph in {@code network}, shapes from {@code network.outline}. Used by {@code network}, so they are parts
 * of one room.
 */
@NullMarked
package org.driftscope.network.batch;

import org.jspecify.annotations.NullMarked;
