package org.driftscope.ui.task;

/**
 * The time left of a job in parts, from the parts that are done: their stages start again with each, so that the pace within one
 * says nothing of the whole.
 */
final class PartsLeft {
    private final int parts;
    private int finished;
    private double seconds;

    PartsLeft(int parts) {
        this.parts = parts;
    }

    boolean isOne() {
        return parts == 1;
    }

    /**
     * Seconds left; NaN before the first part is done.
     *
     * @param share of the job that is done, 0 to 1
     * @param elapsed seconds since it began
     */
    double after(double share, double elapsed) {
        int now = (int) Math.floor(share * parts + 1e-9);
        if (now > finished) {
            finished = now;
            seconds = elapsed;
        }
        if (finished == 0) {
            return Double.NaN;
        }
        double each = seconds / finished;
        double current = Math.max(0, each - (elapsed - seconds));
        return finished >= parts ? 0 : current + each * (parts - finished - 1);
    }
}
