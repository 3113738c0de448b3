package org.driftscope.journey;

import javafx.animation.AnimationTimer;

/** Measures the longest time between two pulses: for so long the window stood still. */
final class StallMeter extends AnimationTimer {
    private static final double MILLION = 1e6;
    /** The window's own appearance: classes are loaded and the first frames drawn. Not a stall of a window in use. */
    private static final int FRAMES_OF_THE_START = 5;

    private int frames;
    private long last;
    private volatile long longest;

    @Override
    public void handle(long now) {
        long measured = System.nanoTime();
        if (++frames > FRAMES_OF_THE_START) {
            longest = Math.max(longest, measured - last);
        }
        last = measured;
    }

    /** Longest stall so far, ms. */
    double longestMillis() {
        return longest / MILLION;
    }
}
