package org.driftscope.ui.control;

/** How a number is written in a field. */
public interface NumberText {
    /** As written in the field, with its unit. */
    String format(double value);

    /**
     * Reads what was typed, unit or not.
     *
     * @return the value; NaN where the text is no number within the limits
     */
    double parse(String text);

    /** What is taken, in words that follow "Give", e.g. "0 to 50 %". */
    String allowed();
}
