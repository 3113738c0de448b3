package org.driftscope.figure.chart.bar;

import org.driftscope.figure.chart.SeriesTint;

/**
 * A value and the range it may lie in.
 *
 * @param name at the left
 * @param tint colour and marker
 * @param value marked; not drawn unless it is above 0
 * @param low start of its range
 * @param high end of its range
 * @param words the value as people read it, at the right; may be empty
 */
public record RangeRow(String name, SeriesTint tint, double value, double low, double high, String words) {}
