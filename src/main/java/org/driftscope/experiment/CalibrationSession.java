package org.driftscope.experiment;

import java.util.Map;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * One chip, one set of statistics and one method, with every layer's factorisation kept, so that
 * another rank costs only its own solve. Thread-safe.
 */
public interface CalibrationSession {
    /** Called on a worker thread as each layer is done. */
    @FunctionalInterface
    interface LayerListener {
        void done(String layer, CalibratedChip.CalibratedLayer result);
    }

    /** All chosen layers at one rank. */
    CalibratedChip solve(int rank, LayerListener listener, Progress progress, CancelToken cancel);

    /** All chosen layers, each at its own rank; layers missing from the map are left out. */
    CalibratedChip solve(Map<String, Integer> ranks, LayerListener listener, Progress progress, CancelToken cancel);
}
