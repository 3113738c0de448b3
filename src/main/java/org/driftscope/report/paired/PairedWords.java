package org.driftscope.report.paired;

import java.util.Locale;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.evaluation.PairedDifference;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.report.TrialGroup;

/** A comparison in words. */
public final class PairedWords {
    /** What people want to be sure of, points of accuracy. */
    public static final double HALF_A_POINT = 0.5;
    /** What an interval is, for captions and tables. */
    public static final String INTERVAL = "95 % interval (Student's t for pairs)";

    private PairedWords() {}

    /** What a trial is paired by, a setting or where its images are from. */
    public static String of(String name, Object value) {
        return Settings.find(name).isPresent() ? TrialGroup.words(name, value) : name + " " + value;
    }

    /** What the first has over the second, in two sentences. */
    public static String sentences(Comparison comparison) {
        if (comparison.pairs() == 0) {
            return "No chip was calibrated in both of these ways, so there is no paired difference.";
        }
        PairedDifference difference = comparison.difference();
        AccuracySummary over = difference.over();
        String points = String.format(Locale.ROOT, "%+.2f points", over.mean());
        if (comparison.pairs() == 1) {
            return "First minus second, on the one chip that both were tried on: " + points
                    + ". Run both on more seeds for an interval.";
        }
        return String.format(
                Locale.ROOT,
                "First minus second, on the same %d chips: %s, %s %s, s.d. of the differences %.2f. %s",
                comparison.pairs(),
                points,
                INTERVAL,
                interval(difference),
                over.standardDeviation(),
                chips(difference, HALF_A_POINT));
    }

    /** E.g. "0.62 to 1.78". */
    public static String interval(PairedDifference difference) {
        return String.format(
                Locale.ROOT,
                "%.2f to %.2f",
                difference.over().interval95().low(),
                difference.over().interval95().high());
    }

    /** How many chips show a difference. @param points the difference */
    public static String chips(PairedDifference difference, double points) {
        int chips = difference.chipsToSee(points);
        return chips < 0
                ? "No number of chips is known to show " + points + " points."
                : String.format(
                        Locale.ROOT,
                        "A true difference of %s points would show on %,d chips (an interval without 0 in four studies of"
                                + " five).",
                        points,
                        chips);
    }
}
