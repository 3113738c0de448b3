package org.driftscope.ui.charts;

/**
 * Accuracy at one relative drift, over several seeds.
 *
 * @param relativeDrift sigma / G, a fraction
 * @param drifted mean top-1 after drift, 0 to 1
 * @param driftedSpread standard deviation over the seeds
 * @param calibrated mean top-1 after calibration, 0 to 1; NaN where it was not run
 * @param calibratedSpread standard deviation over the seeds; NaN where it was not run
 */
public record DriftSweepPoint(
        double relativeDrift, double drifted, double driftedSpread, double calibrated, double calibratedSpread) {}
