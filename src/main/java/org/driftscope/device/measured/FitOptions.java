package org.driftscope.device.measured;

import org.driftscope.support.SpecException;

/**
 * How a device is fitted to measurements.
 *
 * @param gMinUs lowest conductance to fit, µS; NaN for the lowest there is
 * @param gMaxUs highest, µS; NaN for the highest there is
 * @param bins conductances to tell apart, 1 to 256; 0 for as many as the number of cells bears
 */
public record FitOptions(double gMinUs, double gMaxUs, int bins) {
    private static final int CELLS_A_BIN = 100;
    private static final int LEAST_BINS = 4;
    private static final int USUAL_MOST = 32;

    public FitOptions {
        if (gMinUs < 0 || Double.isInfinite(gMinUs)) {
            throw new SpecException("--g-min", gMinUs, "0 \u00b5S or more");
        }
        if (gMaxUs <= (Double.isNaN(gMinUs) ? 0 : gMinUs) || Double.isInfinite(gMaxUs)) {
            throw new SpecException("--g-max", gMaxUs, "above the lowest conductance");
        }
        if (bins < 0 || bins > DriftTable.MOST) {
            throw new SpecException("--bins", bins, "1 to " + DriftTable.MOST);
        }
    }

    /** All there is, in as many bins as it bears. */
    public static FitOptions usual() {
        return new FitOptions(Double.NaN, Double.NaN, 0);
    }

    int bins(int cells) {
        return bins > 0 ? bins : Math.max(LEAST_BINS, Math.min(USUAL_MOST, cells / CELLS_A_BIN));
    }

    boolean takes(double gUs) {
        return !(gUs < gMinUs) && !(gUs > gMaxUs);
    }
}
