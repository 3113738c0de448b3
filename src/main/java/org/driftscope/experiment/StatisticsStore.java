package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftscope.calibration.LayerStatistics;
import org.driftscope.calibration.StatisticsCollector;
import org.driftscope.data.CalibrationSampling;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;

/** The teacher's layer statistics for the calibration images last drawn, so that they are gathered once. */
final class StatisticsStore {
    private record Draw(int samples, long seed) {}

    private final CompiledNetwork teacher;
    private final ImageSource calibration;
    private final Preprocessing preprocessing;
    private final int threads;
    private Draw draw = new Draw(0, 0);
    private final Map<String, LayerStatistics> known = new TreeMap<>();

    StatisticsStore(CompiledNetwork teacher, ImageSource calibration, Preprocessing preprocessing, int threads) {
        this.teacher = teacher;
        this.calibration = calibration;
        this.preprocessing = preprocessing;
        this.threads = threads;
    }

    /** Statistics of at least the given layers. */
    synchronized Map<String, LayerStatistics> of(
            Collection<String> layers, int samples, long seed, Progress progress, CancelToken cancel) {
        Draw wanted = new Draw(samples, seed);
        if (!wanted.equals(draw)) {
            known.clear();
            draw = wanted;
        }
        List<String> missing = new ArrayList<>(layers);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            known.putAll(StatisticsCollector.collect(
                    teacher,
                    CalibrationSampling.draw(calibration, samples, RandomSource.of(seed)),
                    preprocessing,
                    missing,
                    threads,
                    progress,
                    cancel));
        }
        return Map.copyOf(known);
    }
}
