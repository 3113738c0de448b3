package org.driftscope.calibration;

import java.util.Collection;
import java.util.Map;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** STUB signature only: gathers layer statistics from images, in double precision. */
public final class StatisticsCollector {
    private StatisticsCollector() {}

    /**
     * @param teacher the clean network
     * @param images the calibration images, labels not looked at
     * @param layers names of analog layers
     * @return statistics by layer's name
     */
    public static Map<String, LayerStatistics> collect(
            CompiledNetwork teacher,
            ImageSource images,
            Preprocessing preprocessing,
            Collection<String> layers,
            int threads,
            Progress progress,
            CancelToken cancel) {
        throw new UnsupportedOperationException();
    }
}
