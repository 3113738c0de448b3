package org.driftscope.io.device;

import org.jspecify.annotations.Nullable;

/**
 * What a user says of a table of measurements; what is left out is told from headings and numbers.
 *
 * @param cell column that tells cells apart, by its heading or its number from 1; "" to find it
 * @param time column of times
 * @param conductance column of conductances
 * @param resistance column of resistances; only one of both may be given
 * @param target column of targets or first values, in the unit of the values; "" to find it, "none" for none
 * @param unit of values and targets; null to find it
 * @param timeUnit of times; "" for seconds, or what the heading says
 * @param wide whether each row is a cell and each column a time
 * @param skipInvalid whether rows without a usable number are left out instead of refused
 */
public record TableOptions(
        String cell,
        String time,
        String conductance,
        String resistance,
        String target,
        @Nullable ValueUnit unit,
        String timeUnit,
        boolean wide,
        boolean skipInvalid) {
    /** No target is looked for. */
    public static final String NONE = "none";

    /** Everything is found. */
    public static TableOptions found() {
        return new TableOptions("", "", "", "", "", null, "", false, false);
    }
}
