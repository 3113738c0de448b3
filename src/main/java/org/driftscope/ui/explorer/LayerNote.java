package org.driftscope.ui.explorer;

import org.driftscope.ui.workspace.Calibrated;
import org.jspecify.annotations.Nullable;

/** Why a calibration shows nothing layer by layer. */
final class LayerNote {
    static final String NOT_LAYER_WISE =
            "It trains all layers together, so no layer has a feature error of its own after it.";
    static final String NO_WEIGHTS =
            "It changes no layer's weights, so there is no residual map, and no layer has a feature error after it.";

    private LayerNote() {}

    /** For the chart of layers; "" where it has bars for the calibration, or there is none. */
    static String of(@Nullable Calibrated calibrated) {
        if (calibrated == null) {
            return "";
        }
        String method = calibrated.asked().calibration().method().label() + ": ";
        return switch (calibrated.asked().calibration().method()) {
            case BACKPROP -> method + NOT_LAYER_WISE;
            case BATCH_NORM -> method + NO_WEIGHTS;
            default -> "";
        };
    }
}
