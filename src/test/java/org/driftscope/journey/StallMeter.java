package org.driftscope.journey;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;

/**
 * Measures the longest time between two pulses that the window itself took: for so long it stood still. A thread beside it
 * notes where the JavaFX thread was meanwhile. Where that thread waited for something of ours, all of the time counts; else
 * only what it and the renderer computed, since on a busy machine a window may stand in line for a processor.
 */
final class StallMeter extends AnimationTimer {
    private static final double MILLION = 1e6;
    private static final long WATCH_MS = 50;
    private static final long WORTH_A_LOOK_NANOS = 200_000_000;
    private static final int FRAMES_SHOWN = 6;
    /** The window's own appearance: classes are loaded and the first frames drawn. Not a stall of a window in use. */
    private static final int FRAMES_OF_THE_START = 5;

    /** What waits inside the toolkit waits for its renderer, or has nothing to do. */
    private static final Pattern LIBRARY = Pattern.compile("(java|jdk|sun)\\..*");

    private static final Pattern TOOLKIT = Pattern.compile("com\\.sun\\..*");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Thread windowThread = Thread.currentThread();
    private final long[] drawing = {windowThread.getId(), renderer()};
    private volatile boolean waits;
    private long computed = computed();
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
        long sinceStart = computed();
        long gap = waits ? measured - last : Math.min(measured - last, sinceStart - computed);
        computed = sinceStart;
        waits = false;
        if (++frames > FRAMES_OF_THE_START && gap > longest) {
            longest = gap;
            whereLongest = seen;
        }
        seen = "";
        last = measured;
    }

    private static long renderer() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("QuantumRenderer"))
                .mapToLong(Thread::getId)
                .findFirst()
                .orElseThrow();
    }

    /** Processor time of the threads that draw the window, ns. */
    private long computed() {
        return Arrays.stream(drawing).map(THREADS::getThreadCpuTime).sum();
    }

    private void watch() {
        while (measuring && windowThread.isAlive()) {
            if (System.nanoTime() - last > WORTH_A_LOOK_NANOS && seen.isEmpty()) {
                Thread.State state = windowThread.getState();
                StackTraceElement[] stack = windowThread.getStackTrace();
                waits = state != Thread.State.RUNNABLE
                        && Arrays.stream(stack)
                                .map(StackTraceElement::getClassName)
                                .filter(name -> !LIBRARY.matcher(name).matches())
                                .findFirst()
                                .filter(name -> !TOOLKIT.matcher(name).matches())
                                .isPresent();
                seen = Arrays.stream(stack)
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
