package org.driftscope.ui.control.age;

import org.driftscope.ui.control.NumberText;

/**
 * Ages of which 0 reads as a word; both are taken.
 *
 * @param zero the word
 */
public record AgeWord(String zero) implements NumberText {
    private static final AgeScale AGES = new AgeScale();

    @Override
    public String format(double seconds) {
        return seconds == 0 ? zero : AGES.format(seconds);
    }

    @Override
    public double parse(String text) {
        return text.isBlank() || text.strip().equals(zero) ? 0 : AGES.parse(text);
    }

    @Override
    public String allowed() {
        return AGES.allowed() + ", or nothing";
    }
}
