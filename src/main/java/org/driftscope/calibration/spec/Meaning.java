package org.driftscope.calibration.spec;

/**
 * What a setting means, for whoever points at its name.
 *
 * @param text one or more sentences
 * @param formula in plain text; "" if there is none
 * @param source author, year and venue; "" if it is ours
 */
public record Meaning(String text, String formula, String source) {
    /** Without formula and source. */
    public static Meaning of(String text) {
        return new Meaning(text, "", "");
    }
}
