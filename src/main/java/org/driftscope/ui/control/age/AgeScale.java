package org.driftscope.ui.control.age;

import org.driftscope.device.Age;
import org.driftscope.support.SpecException;
import org.driftscope.ui.control.NumberScale;

/** Time since programming on a slider: equal distances for equal ratios, from at once to ten years. */
public record AgeScale() implements NumberScale {
    private static final double FIRST = 1;
    private static final double LAST = Age.parse("10y");
    private static final double HUNDREDTHS = 100;

    @Override
    public NumberScale typed(double lowest, double highest) {
        return this;
    }

    @Override
    public double toPosition(double seconds) {
        return seconds <= FIRST ? 0 : Math.min(1, Math.log(seconds / FIRST) / Math.log(LAST / FIRST));
    }

    /** Rounded to what its words say, so that the field shows all of it. */
    @Override
    public double fromPosition(double position) {
        if (position <= 0) {
            return 0;
        }
        double seconds = FIRST * Math.pow(LAST / FIRST, Math.min(1, Math.round(position * HUNDREDTHS) / HUNDREDTHS));
        return Age.parse(Age.words(seconds));
    }

    @Override
    public double step() {
        return 1 / HUNDREDTHS;
    }

    @Override
    public String format(double seconds) {
        return Age.words(seconds);
    }

    @Override
    public double parse(String text) {
        try {
            return Age.parse(text.replace(',', '.'));
        } catch (SpecException e) {
            return Double.NaN;
        }
    }

    @Override
    public String allowed() {
        return "0 or more, such as 90 s, 1 h, 30 d or 10 y";
    }
}
