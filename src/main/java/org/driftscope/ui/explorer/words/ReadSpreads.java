package org.driftscope.ui.explorer.words;

import org.driftscope.evaluation.ReadSpread;
import org.jspecify.annotations.Nullable;

/**
 * How the accuracies that are shown differ from read to read of the one chip.
 *
 * @param drifted before calibration; null where it is not known
 * @param calibrated after it; null where it is not known
 */
public record ReadSpreads(@Nullable ReadSpread drifted, @Nullable ReadSpread calibrated) {
    /** Nothing is known, or all reads are alike. */
    public static final ReadSpreads NONE = new ReadSpreads(null, null);
}
