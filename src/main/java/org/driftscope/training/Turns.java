package org.driftscope.training;

import java.util.concurrent.CancellationException;

/**
 * Lets contributions to a sum in by their number, whichever thread has its own ready first, so that the sum's rounding does
 * not depend on threads. Whoever holds a number must have been given it after all lower ones were given to threads that run.
 */
final class Turns {
    private int next;
    private boolean abandoned;

    /** Thrown at whoever waits for a turn that will not come. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Runs work once all with lower numbers have run theirs.
     *
     * @param turn 0, 1, 2, ...
     * @throws Abandoned if one of them never will
     */
    synchronized void take(int turn, Runnable work) {
        while (next != turn) {
            if (abandoned) {
                throw new Abandoned();
            }
            await();
        }
        work.run();
        next++;
        notifyAll();
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }

    /** Says that a turn will not be taken. */
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }
}
