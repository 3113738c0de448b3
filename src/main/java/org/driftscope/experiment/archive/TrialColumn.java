package org.driftscope.experiment.archive;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.support.Percent;

/**
 * One number of a trial, declared once for archive, tables, files and the window.
 *
 * @param name in files, e.g. "calibratedTop1"; kept for ever
 * @param label heading for people, with the unit, e.g. "Calibrated %"
 * @param form how it is written
 * @param brief whether tables with little room have it too
 * @param measure what a finished trial gives
 */
public record TrialColumn(
        String name, String label, Form form, boolean brief, ToDoubleFunction<ExperimentResult> measure) {
    /** How a number is written. */
    public enum Form {
        /** A whole number. */
        COUNT("%,.0f"),
        /** 0 to 1, shown in per cent. */
        SHARE("%.1f"),
        /** A difference of shares, 0 to 1, shown in points. */
        POINTS("%.2f"),
        /** Two decimals, for per cent and seconds. */
        DECIMAL("%.2f"),
        /** Any number. */
        REAL("%.4g");

        private final String format;

        Form(String format) {
            this.format = format;
        }
    }

    /** The number of an outcome as people read it, per cent for a share; NaN where the trial has none. */
    public double shown(TrialOutcome outcome) {
        return inPercent(outcome.number(name));
    }

    /** A number as people read it. @param value as files hold it */
    public double inPercent(double value) {
        return form == Form.SHARE || form == Form.POINTS ? Percent.of(value) : value;
    }

    /** For {@link #shown} numbers, and for means of them. */
    public String format() {
        return form.format;
    }

    /** The number of an outcome in words, without the unit; "" where the trial has none. */
    public String text(TrialOutcome outcome) {
        return text(shown(outcome));
    }

    /** A {@link #shown} number in words; "" for none. */
    public String text(double shown) {
        return Double.isNaN(shown) ? "" : String.format(Locale.ROOT, form.format, shown);
    }
}
