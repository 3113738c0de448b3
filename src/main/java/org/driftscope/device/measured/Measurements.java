package org.driftscope.device.measured;

/** Rows of a file of measurements, which can be gone through as often as wanted and need not fit in memory. */
public interface Measurements {
    /** Hears of each row. */
    @FunctionalInterface
    interface Sink {
        /**
         * @param number of the row in its file, for messages
         * @param cell which cell, as a number of its own
         * @param seconds when
         * @param gUs its conductance, µS, 0 or more
         * @param targetUs what it was meant to have or had at first, µS; NaN where the file does not say
         */
        void row(long number, long cell, double seconds, double gUs, double targetUs);
    }

    /** The file, for messages. */
    String name();

    /** Where a row stands, for messages, e.g. "line 17". */
    String place(long number);

    /** Rows that were left out because they could not be used, the last time all were given. */
    long skipped();

    /** Gives all rows in the file's order. @throws org.driftscope.support.DataFormatException at a row that cannot be used */
    void forEach(Sink sink);
}
