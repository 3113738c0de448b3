package org.driftscope.figure.export;

/**
 * A mean and what stands behind "±"; which spread that is, a table's caption has to say.
 *
 * @param mean the mean
 * @param halfWidth half of the interval's width, e.g. a standard deviation; NaN where one value alone gives none
 */
public record MeanInterval(double mean, double halfWidth) {}
