package org.driftscope.ui.correction;

import java.util.List;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.calibration.ErrorSpectrum;
import org.driftscope.crossbar.WeightMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A layer's error and what a calibration does about it.
 *
 * @param layer its name
 * @param clean weights of the clean network
 * @param drifted what the drifted cells amount to
 * @param corrected the same with the correction, or the first terms of it; null without a calibration of this layer
 * @param adapter of low rank; null where there is none
 * @param terms of its low-rank part that are added up in {@code corrected}, at most
 * @param before relative feature error before calibration, a fraction
 * @param after the same after it; -1 where the method fits no layers
 * @param errors feature error with the first 0, 1, ... terms; empty without an adapter of low rank
 * @param spectrum of its error; null for a layer of groups
 */
public record LayerCorrection(
        String layer,
        WeightMatrix clean,
        WeightMatrix drifted,
        @Nullable WeightMatrix corrected,
        @Nullable LowRankAdapter adapter,
        int terms,
        double before,
        double after,
        List<Double> errors,
        @Nullable ErrorSpectrum spectrum) {
    public LayerCorrection {
        errors = List.copyOf(errors);
    }

    /** Terms that are added up. */
    int shown() {
        return adapter == null ? 0 : Math.min(terms, adapter.rank());
    }
}
