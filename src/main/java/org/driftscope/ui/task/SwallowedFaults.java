package org.driftscope.ui.task;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Exceptions that JavaFX catches itself and only logs: a binding that throws leaves an empty or an old text on the screen,
 * without a word to anybody.
 */
final class SwallowedFaults extends Handler {
    private static final String BINDINGS = "javafx.beans";

    /** Held here, since nobody else holds it: a logger that is let go loses its handlers. */
    private final Logger logger = Logger.getLogger(BINDINGS);

    private final UncaughtExceptionHandler faults;

    private SwallowedFaults(UncaughtExceptionHandler faults) {
        this.faults = faults;
    }

    /** Tells them to a handler from now on, and to no earlier one. */
    static SwallowedFaults tellTo(UncaughtExceptionHandler faults) {
        SwallowedFaults swallowed = new SwallowedFaults(faults);
        Arrays.stream(swallowed.logger.getHandlers())
                .filter(SwallowedFaults.class::isInstance)
                .forEach(swallowed.logger::removeHandler);
        swallowed.logger.addHandler(swallowed);
        return swallowed;
    }

    void rest() {
        logger.removeHandler(this);
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getThrown() != null) {
            faults.uncaughtException(Thread.currentThread(), logged.getThrown());
        }
    }

    @Override
    public void flush() {
        // nothing is kept
    }

    @Override
    public void close() {
        // nothing is open
    }
}
