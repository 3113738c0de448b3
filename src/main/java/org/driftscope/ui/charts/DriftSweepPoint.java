package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

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

    /** Mean top-1, 0 to 1; NaN where it was not measured on all of the chips. */
    double mean(ToDoubleFunction<SweepReading> value) {
        return readings.stream().mapToDouble(value).average().orElseThrow();
    }

    /** Standard deviation over the chips; 0 for a single one. */
    double spread(ToDoubleFunction<SweepReading> value) {
        double mean = mean(value);
        double squares = readings.stream()
                .mapToDouble(reading -> Math.pow(value.applyAsDouble(reading) - mean, 2))
                .sum();
        return n() == 1 ? 0 : Math.sqrt(squares / (n() - 1));
    }
}
