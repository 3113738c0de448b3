package org.driftscope.evaluation;

import java.util.function.Consumer;

/**
 * How many of an evaluation set's parts are scored, and who hears of them.
 *
 * @param parts at most, the first ones
 * @param soFar hears of what is scored after each part but the last of all, on the thread that scores
 */
public record Scoring(int parts, Consumer<Accuracy> soFar) {
    /** All images; nobody hears of the first of them. */
    public static Scoring all() {
        return all(accuracy -> {});
    }

    /** All images. */
    public static Scoring all(Consumer<Accuracy> soFar) {
        return new Scoring(Integer.MAX_VALUE, soFar);
    }

    /** The first part alone, which is a small sample where there are several. */
    public static Scoring first() {
        return new Scoring(1, accuracy -> {});
    }
}
