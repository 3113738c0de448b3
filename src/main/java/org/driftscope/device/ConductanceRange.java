package org.driftscope.device;

import org.driftscope.support.SpecException;

/**
 * The conductances a cell can be programmed to, µS.
 *
 * @param gMinUs lowest conductance, at least 0
 * @param gMaxUs highest conductance, above {@code gMinUs}, 1e-6 to 1e9
 */
public record ConductanceRange(double gMinUs, double gMaxUs) {
    /** Of no cell there is; beyond it single precision ends in zeros or infinities. */
    private static final double LEAST_US = 1e-6;

    private static final double MOST_US = 1e9;

    public ConductanceRange {
        if (!(gMinUs >= 0) || Double.isInfinite(gMinUs)) {
            throw new SpecException("gMin", gMinUs, "0 µS or more");
        }
        if (!(gMaxUs >= LEAST_US && gMaxUs <= MOST_US)) {
            throw new SpecException("gMax", gMaxUs, LEAST_US + " to " + MOST_US + " µS");
        }
        if (!(gMaxUs > gMinUs)) {
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
