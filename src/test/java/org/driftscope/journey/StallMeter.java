package org.driftscope.journey;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;

/**
 * Measures the longest time between two pulses: for so long the window stood still. A thread beside it notes where the
 * JavaFX thread was meanwhile, to tell our own slowness from that of a busy machine.
 */
final class StallMeter extends AnimationTimer {
    private static final double MILLION = 1e6;
    private static final long WATCH_MS = 50;
    private static final long WORTH_A_LOOK_NANOS = 200_000_000;
    private static final int FRAMES_SHOWN = 6;
    /** The window's own appearance: classes are loaded and the first frames drawn. Not a stall of a window in use. */
    private static final int FRAMES_OF_THE_START = 5;

    private final Thread windowThread = Thread.currentThread();
    private int frames;
    private volatile boolean measuring;
    private volatile long last = System.nanoTime();
    private volatile long longest;
    private volatile String seen = "";
    private volatile String whereLongest = "";

    /** A meter that measures from now on; on the JavaFX thread. */
    static StallMeter started() {
        StallMeter meter = new StallMeter();
        meter.start();
        return meter;
    }

    @Override
    public void start() {
        super.start();
        measuring = true;
        Thread watch = new Thread(this::watch, "stall-watch");
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public void stop() {
        super.stop();
        measuring = false;
    }

    @Override
    public void handle(long now) {
        long measured = System.nanoTime();
        long gap = measured - last;
        if (++frames > FRAMES_OF_THE_START && gap > longest) {
            longest = gap;
            whereLongest = seen;
        }
        seen = "";
        last = measured;
    }

    private void watch() {
        while (measuring && windowThread.isAlive()) {
            if (System.nanoTime() - last > WORTH_A_LOOK_NANOS && seen.isEmpty()) {
                seen = Arrays.stream(windowThread.getStackTrace())
                        .limit(FRAMES_SHOWN)
                        .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                        .collect(Collectors.joining(" < "));
            }
            try {
                Thread.sleep(WATCH_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Longest stall so far, ms. */
    double longestMillis() {
        return longest / MILLION;
    }

    /** Where the JavaFX thread was during it; "" for a short one. */
    String where() {
        return whereLongest;
    }
}
