package org.driftscope.network.run;

/**
 * A place where a single value separates a network into what runs before and what runs after it: the value can be
 * kept, and the rest run again with other weights.
 *
 * @param step number of the last step before the cut, in the compiled order
 * @param slot the value's place
 * @param value the value's name in the graph
 */
public record Cut(int step, int slot, String value) {}
