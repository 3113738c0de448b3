package org.driftscope.ui.workspace;

import org.driftscope.evaluation.Accuracy;
import org.driftscope.ui.state.ChipChoice;
import org.jspecify.annotations.Nullable;

/**
 * What is known of large images before all of them are scored: a fair sample, the same for the clean and the drifted network
 * at first.
 *
 * @param clean of the clean network; null where nothing is scored yet
 * @param asked the chip of {@code drifted}
 * @param drifted on that chip; null where nothing is scored yet
 */
public record ScoredSoFar(@Nullable Accuracy clean, @Nullable ChipChoice asked, @Nullable Accuracy drifted) {
    public static final ScoredSoFar NOTHING = new ScoredSoFar(null, null, null);

    public ScoredSoFar withClean(Accuracy newClean) {
        return new ScoredSoFar(newClean, asked, drifted);
    }

    public ScoredSoFar withDrifted(ChipChoice newAsked, Accuracy newDrifted) {
        return new ScoredSoFar(clean, newAsked, newDrifted);
    }

    /** After drift on a chip; null where none of it is known. */
    @Nullable
    public Accuracy driftedOn(ChipChoice wanted) {
        return wanted.equals(asked) ? drifted : null;
    }
}
