package org.driftscope.ui.correction;

import java.util.Locale;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.calibration.ErrorSpectrum;

/** Why a few terms do, or do not, in sentences with this layer's numbers. */
final class CorrectionWords {
    private static final double HALF = 0.5;

    private CorrectionWords() {}

    static String of(LayerCorrection seen) {
        return spectrum(seen) + " " + correction(seen);
    }

    private static String spectrum(LayerCorrection seen) {
        ErrorSpectrum spectrum = seen.spectrum();
        if (spectrum == null) {
            return seen.layer() + ": its groups see inputs of their own, so they share no terms.";
        }
        if (seen.before() == 0) {
            return seen.layer() + " has no error.";
        }
        boolean gathered =
                ErrorSpectrum.needed(spectrum.outputs(), HALF) < ErrorSpectrum.needed(spectrum.weights(), HALF);
        return String.format(
                Locale.ROOT,
                "%s: half of the weights' squared error needs %s of %d terms; half of what reaches the outputs needs %s%s.",
                seen.layer(),
                needed(spectrum.weights(), spectrum.terms()),
                spectrum.terms(),
                needed(spectrum.outputs(), spectrum.terms()),
                gathered ? ", since their inputs are alike" : "");
    }

    private static String needed(double[] cumulative, int terms) {
        int count = ErrorSpectrum.needed(cumulative, HALF);
        return count > cumulative.length && count <= terms
                ? "more than " + cumulative.length
                : Integer.toString(Math.min(count, terms));
    }

    private static String correction(LayerCorrection seen) {
        LowRankAdapter adapter = seen.adapter();
        if (seen.corrected() == null) {
            return "Calibrate to see what is added.";
        }
        if (adapter == null || seen.errors().isEmpty()) {
            return "What is added is no sum of terms"
                    + (seen.after() < 0
                            ? "."
                            : String.format(
                                    Locale.ROOT,
                                    ". Feature error: %s before, %s after.",
                                    percent(seen.before()),
                                    percent(seen.after())));
        }
        int all = adapter.rank();
        String first = all == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %s with %s",
                        percent(seen.errors().get(all)),
                        all == 1 ? "its one term" : "all " + all + " terms");
        return String.format(
                Locale.ROOT,
                "Feature error: %s before, %s with %s alone%s.",
                percent(seen.before()),
                percent(seen.errors().get(0)),
                adapter.isDora() ? "the magnitude" : "no term",
                first);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3g %%", 100 * share);
    }
}
