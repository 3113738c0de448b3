package org.driftscope.ui.explorer.pair;

import java.util.Locale;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.Interval;
import org.driftscope.evaluation.PairedImages;
import org.driftscope.support.Percent;

/** What two settings differ in on the same images. */
final class PairWords {
    private PairWords() {}

    static String of(PairSide first, PairSide second) {
        if (first.sameAs(second)) {
            return "B is still A. Change a setting, or calibrate, and look at what differs.";
        }
        Accuracy a = first.accuracy();
        Accuracy b = second.accuracy();
        if (a == null || b == null) {
            return (a == null ? "A" : "B") + " is not scored yet.";
        }
        PairedImages pair = PairedImages.of(a, b);
        return String.format(
                        Locale.ROOT,
                        "B%s is right on %,d images that A%s has wrong, and wrong on %,d that A has right: %s points",
                        state(second),
                        pair.gained(),
                        state(first),
                        pair.lost(),
                        // of what stands above, to the digit
                        points(Percent.points(a.top1(), b.top1()) / 100))
                + ", 95 % interval " + interval(pair.interval95())
                + String.format(Locale.ROOT, ", paired over the same %,d images.", pair.images())
                + (pair.isClear() ? "" : " These images do not tell the two apart.");
    }

    private static String state(PairSide side) {
        return side.calibrated() == null ? " (drifted)" : " (calibrated)";
    }

    /** With its sign and one decimal. @param share 1 is all */
    static String points(double share) {
        String text = Percent.text(Math.abs(share));
        return (text.equals("0.0") ? "" : share < 0 ? "\u2212" : "+") + text;
    }

    static String interval(Interval range) {
        return points(range.low()) + " to " + points(range.high());
    }
}
