package org.driftscope.experiment;

import java.util.Collection;
import java.util.Map;
import org.driftscope.calibration.CalibrationSpec;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * STUB signature only: a network with its images, and everything one can do to it: drift, evaluate, calibrate. Clean
 * accuracy, layer statistics and activations that do not change are computed once and kept. The window and the command
 * line both work on it. Thread-safe; long calls look at their cancel token between batches and layers.
 */
public final class Workbench implements AutoCloseable {
    /**
     * @param evaluation images to score with
     * @param calibration images to draw calibration samples from
     * @throws org.driftscope.support.IncompatibleShapeException if images and network do not fit
     */
    public Workbench(
            Network network,
            ImageSource evaluation,
            ImageSource calibration,
            Preprocessing preprocessing,
            int threads) {
        throw new UnsupportedOperationException();
    }

    public Network network() {
        throw new UnsupportedOperationException();
    }

    public ImageSource evaluationImages() {
        throw new UnsupportedOperationException();
    }

    public ImageSource calibrationImages() {
        throw new UnsupportedOperationException();
    }

    /** Accuracy of the clean network; computed once. */
    public Accuracy clean(Progress progress, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    /**
     * Programs and drifts layers.
     *
     * @param layers names of analog layers to put on the chip; the others stay clean
     */
    public Chip chip(ChipSpec spec, Collection<String> layers, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    /** One layer of {@link #chip} alone, for live pictures; the same numbers as in the whole chip. */
    public Chip.Layer chipLayer(ChipSpec spec, String layer) {
        throw new UnsupportedOperationException();
    }

    /** Accuracy with changed layers; starts from the first layer that changed where activations are at hand. */
    public Accuracy evaluate(Map<String, LayerChange> changes, Progress progress, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gathers statistics (kept for the same samples and seed) and factorises.
     *
     * @param layers names of layers to calibrate; those not on the chip are skipped
     * @param sampleSeed draws the calibration images
     */
    public CalibrationSession calibrate(
            Chip chip,
            CalibrationSpec spec,
            Collection<String> layers,
            long sampleSeed,
            Progress progress,
            CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
