package org.driftscope.ui.charts.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Accuracy of one chip at one strength of drift.
 *
 * @param strength relative drift, a fraction, or age, s: what the sweep goes over
 * @param seed which chip
 * @param clean top-1 of the clean network, 0 to 1
 * @param drifted top-1 after drift
 * @param calibrated top-1 after calibration; NaN where it was not run
 * @param data all that it was made with, as columns of a table
 * @param kept the same with a calibration that was made earlier in the chip's life; null where there was none
 */
public record SweepReading(
        double strength,
        long seed,
        double clean,
        double drifted,
        double calibrated,
        Map<String, String> data,
        @Nullable Kept kept) {
    /**
     * What a kept calibration gave.
     *
     * @param top1 0 to 1
     * @param calibrations up to this age
     * @param data all that it was made with, as columns of a table; empty where it is the calibration of this age
     */
    public record Kept(double top1, long calibrations, Map<String, String> data) {
        public Kept {
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        }
    }

    public SweepReading {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Without a kept calibration. */
    public SweepReading(
            double strength, long seed, double clean, double drifted, double calibrated, Map<String, String> data) {
        this(strength, seed, clean, drifted, calibrated, data, null);
    }

    /** Top-1 with a kept calibration; NaN where there was none. */
    public double keptTop1() {
        return kept == null ? Double.NaN : kept.top1();
    }

    /** A row of a table for each calibration. */
    public List<Map<String, String>> rows() {
        return kept == null || kept.data().isEmpty() ? List.of(data) : List.of(data, kept.data());
    }
}
