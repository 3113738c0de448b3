package org.driftscope.ui.main;

import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.ChipSpec;
import org.jspecify.annotations.Nullable;

/**
 * What is known of large images before all of them are scored: a fair sample, the same for the clean and the drifted network
 * at first.
 *
 * @param clean of the clean network; null where nothing is scored yet
 * @param spec the chip of {@code drifted}
 * @param drifted on that chip; null where nothing is scored yet
 */
record ScoredSoFar(@Nullable Accuracy clean, @Nullable ChipSpec spec, @Nullable Accuracy drifted) {
    static final ScoredSoFar NOTHING = new ScoredSoFar(null, null, null);

    ScoredSoFar withClean(Accuracy newClean) {
        return new ScoredSoFar(newClean, spec, drifted);
    }

    ScoredSoFar withDrifted(ChipSpec newSpec, Accuracy newDrifted) {
        return new ScoredSoFar(clean, newSpec, newDrifted);
    }

    /** After drift on a chip; null where none of it is known. */
    @Nullable
    Accuracy driftedOn(ChipSpec wanted) {
        return wanted.equals(spec) ? drifted : null;
    }
}
