package org.driftscope.ui.charts.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Accuracy of one chip at one strength of drift.
 *
 * @param strength relative drift, a fraction, or age, s: what the sweep goes over
 * @param seed which chip
 * @param clean top-1 of the clean network, 0 to 1
 * @param drifted top-1 after drift
 * @param calibrated top-1 after calibration; NaN where it was not run
 * @param data all that it was made with, as columns of a table
 */
public record SweepReading(
        double strength, long seed, double clean, double drifted, double calibrated, Map<String, String> data) {
    public SweepReading {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
