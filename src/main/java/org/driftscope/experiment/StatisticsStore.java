package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.StatisticsCollector;
import org.driftscope.data.CalibrationSampling;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.CancellableLock;
import org.driftscope.support.Memo;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.support.Workers;

/**
 * The teacher's layer statistics by draw of calibration images, gathered once for all chips and methods. Thread-safe;
 * different draws are gathered side by side.
 *
 * <p>Memory: {@code 8 sum(groups * d^2)} bytes a draw, a quarter of large layers, over the layers asked for, within the budget given.
 */
final class StatisticsStore {
    /** @param samples number of images @param seed draws them */
    private record Draw(int samples, long seed) {}

    private final CompiledNetwork teacher;
    private final ImageSource calibration;
    private final Preprocessing preprocessing;
    private final Workers workers;
    private final Memo<Draw, Gathered> draws;

    /** @param budgetBytes of the draws that are kept */
    StatisticsStore(
            CompiledNetwork teacher,
            ImageSource calibration,
            Preprocessing preprocessing,
            Workers workers,
            long budgetBytes) {
        this.teacher = teacher;
        this.calibration = calibration;
        this.preprocessing = preprocessing;
        this.workers = workers;
        long bytes = LayerBytes.ofStatistics(teacher.network());
        this.draws = new Memo<>(budgetBytes, draw -> bytes);
    }

    /** Statistics of at least the given layers. */
    Map<String, LayerStatistics> of(
            Collection<String> layers, int samples, long seed, Progress progress, CancelToken cancel) {
        return draws.get(new Draw(samples, seed), () -> new Gathered(samples, seed), cancel)
                .of(layers, progress, cancel);
    }

    /** One draw's statistics, layer by layer as they are asked for. */
    private final class Gathered {
        private final ImageSource images;
        private final CancellableLock lock = new CancellableLock();
        private final Map<String, LayerStatistics> known = new TreeMap<>();

        Gathered(int samples, long seed) {
            images = CalibrationSampling.draw(calibration, samples, RandomSource.of(seed));
        }

        Map<String, LayerStatistics> of(Collection<String> layers, Progress progress, CancelToken cancel) {
            lock.enter(cancel);
            try {
                List<String> missing = new ArrayList<>(layers);
                missing.removeAll(known.keySet());
                if (!missing.isEmpty()) {
                    known.putAll(StatisticsCollector.collect(
                            teacher, images, preprocessing, missing, workers, progress, cancel));
                }
                return Map.copyOf(known);
            } finally {
                lock.leave();
            }
        }
    }
}
