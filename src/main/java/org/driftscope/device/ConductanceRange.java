package org.driftscope.device;

import org.driftscope.support.SpecException;

/**
 * The conductances a cell can be programmed to, µS.
 *
 * @param gMinUs lowest conductance, at least 0
 * @param gMaxUs highest conductance, above {@code gMinUs}
 */
public record ConductanceRange(double gMinUs, double gMaxUs) {
    public ConductanceRange {
        if (!(gMinUs >= 0) || Double.isInfinite(gMinUs)) {
            throw new SpecException("gMin", gMinUs, "0 µS or more");
        }
        if (!(gMaxUs > gMinUs) || Double.isInfinite(gMaxUs)) {
            throw new SpecException("gMax", gMaxUs, "above gMin (" + gMinUs + " µS)");
        }
    }

    /** The range whose highest conductance is {@code onOffRatio} times its lowest. */
    public static ConductanceRange ofOnOffRatio(double gMaxUs, double onOffRatio) {
        if (!(onOffRatio > 1)) {
            throw new SpecException("on/off ratio", onOffRatio, "above 1");
        }
        return new ConductanceRange(gMaxUs / onOffRatio, gMaxUs);
    }

    public double spanUs() {
        return gMaxUs - gMinUs;
    }

    /** gMax / gMin; infinite where gMin is 0. */
    public double onOffRatio() {
        return gMaxUs / gMinUs;
    }

    public double clamp(double gUs) {
        return Math.min(gMaxUs, Math.max(gMinUs, gUs));
    }
}
