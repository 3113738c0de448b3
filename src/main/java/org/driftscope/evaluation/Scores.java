package org.driftscope.evaluation;

/** Reads the scores that a network gives an image, which lie somewhere in an array. Where several are equal, the first counts. */
final class Scores {
    private Scores() {}

    /** The first of the highest scores; {@link Accuracy#NO_PREDICTION} where a score is NaN or infinite. */
    static int highest(float[] values, int from, int classes) {
        int best = 0;
        for (int c = 0; c < classes; c++) {
            if (!Float.isFinite(values[from + c])) {
                return Accuracy.NO_PREDICTION;
            }
            best = values[from + c] > values[from + best] ? c : best;
        }
        return best;
    }

    /** How many classes come before a class; all of them where a score is NaN or infinite. */
    static int place(float[] values, int from, int classes, int label) {
        float mine = values[from + label];
        int before = 0;
        for (int c = 0; c < classes; c++) {
            float other = values[from + c];
            if (!Float.isFinite(other)) {
                return classes;
            }
            before += other > mine || (other == mine && c < label) ? 1 : 0;
        }
        return before;
    }
}
