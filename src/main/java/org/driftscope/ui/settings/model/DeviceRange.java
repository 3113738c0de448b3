package org.driftscope.ui.settings.model;

import org.driftscope.device.ConductanceRange;
import org.driftscope.ui.state.ExplorerState;

/** The range of conductances as people set it: a highest one, and a ratio or a lowest one. */
final class DeviceRange {
    private DeviceRange() {}

    /** Rounded, since the range keeps gMin and gMax, whose quotient is not exactly the number typed. */
    static double onOff(ExplorerState state) {
        double ratio = state.chip().crossbar().range().onOffRatio();
        return Double.isInfinite(ratio) ? ratio : Math.rint(ratio * 1e6) / 1e6;
    }

    /** @param onOffRatio infinite for a lowest conductance of 0 */
    static ExplorerState with(ExplorerState state, double gMaxUs, double onOffRatio) {
        ConductanceRange range = Double.isInfinite(onOffRatio)
                ? new ConductanceRange(0, gMaxUs)
                : ConductanceRange.ofOnOffRatio(gMaxUs, onOffRatio);
        return state.withCrossbar(state.chip().crossbar().withRange(range));
    }

    /** Another lowest conductance under the same highest. */
    static ExplorerState withLowest(ExplorerState state, double gMinUs) {
        return state.withCrossbar(state.chip()
                .crossbar()
                .withRange(new ConductanceRange(
                        gMinUs, state.chip().crossbar().range().gMaxUs())));
    }
}
