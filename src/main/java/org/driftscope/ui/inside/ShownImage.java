package org.driftscope.ui.inside;

import java.util.Map;
import org.driftscope.data.InputPicture;
import org.jspecify.annotations.Nullable;

/**
 * One image of the evaluation set and what became of it.
 *
 * @param number in the set, from 0
 * @param label its class
 * @param picture as the network takes it
 * @param answers in each state that was asked
 */
record ShownImage(int number, int label, InputPicture picture, Map<NetworkState, Answer> answers) {
    /** What became of an image. */
    enum Fate {
        RIGHT("Right in all states"),
        BROKEN("Broken by drift"),
        LOST("Lost by calibration"),
        REPAIRED("Repaired by calibration"),
        OTHER("Wrong without drift");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Fate fate() {
        if (!right(NetworkState.CLEAN)) {
            return Fate.OTHER;
        }
        if (right(NetworkState.DRIFTED)) {
            return answers.containsKey(NetworkState.CALIBRATED) && !right(NetworkState.CALIBRATED)
                    ? Fate.LOST
                    : Fate.RIGHT;
        }
        return right(NetworkState.CALIBRATED) ? Fate.REPAIRED : Fate.BROKEN;
    }

    /** Whether drift turned a right answer into a wrong one, repaired or not. */
    boolean isBrokenByDrift() {
        return right(NetworkState.CLEAN) && !right(NetworkState.DRIFTED);
    }

    private boolean right(NetworkState state) {
        Answer answer = answers.get(state);
        return answer != null && answer.label() == label;
    }

    @Nullable
    Answer answer(NetworkState state) {
        return answers.get(state);
    }
}
