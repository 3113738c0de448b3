package org.driftscope.ui.task;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.HashMap;
import java.util.Map;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an exception that nobody caught: all of it in the log, and one dialog. A fault in a layout pulse comes
 * again with every pulse; it is told once, and then only counted. The window goes on.
 */
public final class Faults implements UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    /** Repeats are logged when their number reaches a power of this. */
    private static final int RARELY = 10;

    private final ProblemSink problems;
    private final Map<String, Integer> times = new HashMap<>();
    private @Nullable UncaughtExceptionHandler ofThread;
    private @Nullable UncaughtExceptionHandler ofOthers;
    /** Kept, for it alone keeps its logger alive. */
    private @Nullable SwallowedFaults swallowed;

    public Faults(ProblemSink problems) {
        this.problems = problems;
    }

    /**
     * Takes what is thrown on the JavaFX thread from now on, where it is called; on threads without a handler; and in
     * bindings.
     */
    public void watch() {
        ofThread = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler(this);
        ofOthers = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this);
        swallowed = SwallowedFaults.tellTo(this);
    }

    /** Gives back what it has taken, where nobody has taken it since; on the thread that called {@link #watch}. */
    public void rest() {
        if (Thread.currentThread().getUncaughtExceptionHandler() == this) {
            Thread.currentThread().setUncaughtExceptionHandler(ofThread);
        }
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(ofOthers);
        }
        if (swallowed != null) {
            swallowed.rest();
        }
    }

    @Override
    public synchronized void uncaughtException(Thread thread, Throwable error) {
        String place = place(error);
        int count = times.merge(place, 1, Integer::sum);
        if (count == 1) {
            LOG.error("Uncaught on thread {}", thread.getName(), error);
            // not at once: a pulse may be under way, in which no window can be opened
            Platform.runLater(() -> problems.show("What you just did", error));
        } else if (isPower(count)) {
            LOG.error("Uncaught {} times by now: {}", count, place);
        }
    }

    /** What tells one fault from another: its kind and where it was thrown. */
    private static String place(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return error.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static boolean isPower(int count) {
        int rest = count;
        while (rest % RARELY == 0) {
            rest /= RARELY;
        }
        return rest == 1;
    }
}
