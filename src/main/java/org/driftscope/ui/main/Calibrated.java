package org.driftscope.ui.main;

import java.util.HashMap;
import java.util.Map;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.CalibrationSession;
import org.driftscope.ui.layers.LayerError;
import org.driftscope.ui.state.ExplorerState;

/**
 * A finished calibration that the window shows.
 *
 * @param asked the settings it was made with
 * @param session kept, so that another rank costs only its own solve
 * @param chip with adapters
 * @param clean accuracy of the clean network
 * @param drifted accuracy after drift
 * @param accuracy accuracy after calibration
 * @param seconds statistics and solving, for information
 */
public record Calibrated(
        ExplorerState asked,
        CalibrationSession session,
        CalibratedChip chip,
        Accuracy clean,
        Accuracy drifted,
        Accuracy accuracy,
        double seconds) {

    /** Whether it still belongs to a state: nothing but the chart's points differs. */
    boolean belongsTo(ExplorerState state) {
        return belongsToButRank(state)
                && asked.calibration().rank() == state.calibration().rank();
    }

    /** Whether nothing but rank and points differs, so that its session can serve the state. */
    boolean belongsToButRank(ExplorerState state) {
        int anyRank = 1;
        return asked.chip().equals(state.chip())
                && asked.ticked().equals(state.ticked())
                && asked.calibration()
                        .withRank(anyRank)
                        .equals(state.calibration().withRank(anyRank));
    }

    /** Feature errors by layer's name. */
    Map<String, LayerError> errors() {
        Map<String, LayerError> errors = new HashMap<>();
        chip.layers().forEach((name, layer) -> errors.put(name, error(layer)));
        return errors;
    }

    static LayerError error(CalibratedChip.CalibratedLayer layer) {
        return new LayerError(layer.errorBefore(), layer.errorAfter());
    }
}
