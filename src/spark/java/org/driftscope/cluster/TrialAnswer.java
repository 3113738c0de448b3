package org.driftscope.cluster;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.experiment.archive.ComputedTrial;
import org.driftscope.experiment.archive.TrialOutcome;

/**
 * What an executor has to say of a trial.
 *
 * @param run of which it is; others are over
 * @param key of the trial
 * @param kind of answer
 * @param numbers by name, where it was computed
 * @param text its notes, or a sentence that says why there are no numbers
 * @param provenance as JSON, where it was computed
 */
record TrialAnswer(
        String run, String key, Kind kind, LinkedHashMap<String, Double> numbers, String text, String provenance)
        implements Serializable {
    /** Kinds of answers. */
    enum Kind {
        COMPUTED,
        /** This trial cannot be computed; others can. */
        REFUSED,
        /** Others would meet the same. */
        HOPELESS
    }

    static TrialAnswer computed(String run, String key, ComputedTrial trial) {
        TrialOutcome outcome = trial.outcome();
        return new TrialAnswer(
                run, key, Kind.COMPUTED, new LinkedHashMap<>(outcome.numbers()), outcome.notes(), trial.provenance());
    }

    static TrialAnswer refused(String run, String key, String why) {
        return new TrialAnswer(run, key, Kind.REFUSED, new LinkedHashMap<>(Map.of()), why, "");
    }

    static TrialAnswer hopeless(String run, String key, String why) {
        return new TrialAnswer(run, key, Kind.HOPELESS, new LinkedHashMap<>(Map.of()), why, "");
    }

    ComputedTrial trial() {
        return new ComputedTrial(new TrialOutcome(numbers, text), provenance);
    }
}
