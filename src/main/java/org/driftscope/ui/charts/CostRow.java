package org.driftscope.ui.charts;

/**
 * One line of the cost table.
 *
 * @param label quantity, e.g. "RRAM cells rewritten"
 * @param value the number as shown
 * @param unit its unit; empty for counts
 * @param ratio against back-propagation as shown, e.g. "1 / 42"; empty where it makes no sense
 * @param note where the number comes from
 */
public record CostRow(String label, String value, String unit, String ratio, String note) {}
