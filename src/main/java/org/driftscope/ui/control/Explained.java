package org.driftscope.ui.control;

/**
 * What a setting means, for the card that appears over its label.
 *
 * @param label the setting's name, a noun in sentence case
 * @param meaning one or two sentences
 * @param formula in plain text; "" if there is none
 * @param source author, year and venue; "" if it is ours
 */
public record Explained(String label, String meaning, String formula, String source) {
    public Explained(String label, String meaning) {
        this(label, meaning, "", "");
    }
}
