package org.driftscope.ui.explorer;

import org.driftscope.calibration.spec.Method;
import org.driftscope.ui.workspace.Calibrated;
import org.jspecify.annotations.Nullable;

/** Why a calibration shows nothing layer by layer. */
final class LayerNote {
    private LayerNote() {}

    /** For the chart of layers; "" where it has bars for the calibration, or there is none. */
    static String of(@Nullable Calibrated calibrated) {
        if (calibrated == null) {
            return "";
        }
        Method method = calibrated.asked().calibration().method();
        String why = method.words().unlayered();
        return why.isEmpty() ? "" : method.label() + ": " + why;
    }
}
