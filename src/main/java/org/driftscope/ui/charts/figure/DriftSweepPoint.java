package org.driftscope.ui.charts.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.ui.charts.model.SweepReading;

/**
 * Accuracy at one strength of drift, over the chips that were measured so far.
 *
 * @param strength relative drift, a fraction, or age, s
 * @param readings one a chip, at least one
 */
record DriftSweepPoint(double strength, List<SweepReading> readings) {
    DriftSweepPoint {
        readings = List.copyOf(readings);
    }

    /** By rising drift. */
    static List<DriftSweepPoint> of(List<SweepReading> readings) {
        Map<Double, List<SweepReading>> byDrift = new TreeMap<>();
        readings.forEach(reading -> byDrift.computeIfAbsent(reading.strength(), drift -> new ArrayList<>())
                .add(reading));
        List<DriftSweepPoint> points = new ArrayList<>();
        byDrift.forEach((drift, members) -> points.add(new DriftSweepPoint(drift, members)));
        return points;
    }

    int n() {
        return readings.size();
    }

    /** Over the chips, 0 to 1; its mean is NaN where the value was not measured on all of them. */
    AccuracySummary over(ToDoubleFunction<SweepReading> value) {
        return AccuracySummary.of(readings.stream().map(value::applyAsDouble).toList());
    }
}
