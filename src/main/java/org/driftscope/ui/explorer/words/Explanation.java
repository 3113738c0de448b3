package org.driftscope.ui.explorer.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.support.Percent;
import org.driftscope.support.text.SignedText;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.LayerCounts;
import org.jspecify.annotations.Nullable;

/**
 * What the figures say, in a sentence or two.
 *
 * @param text for the line under the key figures
 * @param attention whether it says why something has no effect
 */
public record Explanation(String text, boolean attention) {
    private static final double SIGMAS = 2;

    /**
     * @param layers how many there are, drift and are calibrated
     * @param reading belongs to the state; null while it is being made
     * @param calibrated belongs to the state; null where there is none
     */
    static Explanation of(
            ExplorerState state,
            LayerCounts layers,
            @Nullable Accuracy clean,
            @Nullable DriftReading reading,
            @Nullable Calibrated calibrated) {
        if (clean == null) {
            return plain("Scoring the clean network …");
        }
        if (clean.nonFinite() > 0) {
            return warning(
                    "For %,d of %,d images the clean network gives NaN or infinity; they count as wrong. Choose other"
                            + " images, or another preprocessing.",
                    clean.nonFinite(), clean.images());
        }
        if (clean.nearChance()) {
            return warning(
                    "The clean network scores %s, near chance. Either these images are not of the kind it was trained"
                            + " on, or they are prepared in another way: choose other images, or another preprocessing.",
                    percent(clean.top1()));
        }
        if (!state.chip().drifts()) {
            return warning("Relative drift is 0, so nothing was lost and there is nothing to win back. Move the drift"
                    + " slider to see what drift does.");
        }
        if (reading == null) {
            return plain("Scoring the drifted network …");
        }
        String loss = loss(state, layers, clean, reading.accuracy());
        return calibrated == null
                ? beforeCalibration(state, layers, clean, reading.accuracy(), loss)
                : afterCalibration(state, layers, clean, reading.accuracy(), calibrated, loss);
    }

    /** Of large images, as long as not all of them are scored; compares the same images. @param images how many there are */
    static Explanation soFar(ExplorerState state, LayerCounts layers, Accuracy clean, Accuracy drifted, int images) {
        int known = Math.min(clean.images(), drifted.images());
        Accuracy before = clean.first(known);
        Accuracy after = drifted.first(known);
        return plain(
                "By the first %,d of %,d images, %s (standard error %s). The others are being scored.",
                known, images, loss(state, layers, before, after), percent(spread(before, after)));
    }

    /** Of a calibration that the list of points knows, though its maps are no longer at hand. */
    static Explanation ofPoint(
            ExplorerState state, LayerCounts layers, Accuracy clean, DriftReading reading, CalibrationPoint point) {
        double won =
                Percent.points(reading.accuracy().top1(), point.calibrated().top1());
        double error = Math.hypot(
                reading.accuracy().standardError(),
                standardError(point.calibrated().top1(), clean.images()));
        if (Math.abs(won) / 100 < SIGMAS * error) {
            return warning(
                    "%s. By the list of points, %s changed accuracy by %s points, within what %,d images can tell apart.",
                    loss(state, layers, clean, reading.accuracy()),
                    how(state, layers),
                    SignedText.of(won, "%+.1f"),
                    clean.images());
        }
        String change = won < 0
                ? String.format(Locale.US, "lost another %.1f points", -won)
                : String.format(Locale.US, "won %.1f points back", won);
        return plain(
                "%s; %s %s, by the list of points. Calibrate to see its maps.",
                loss(state, layers, clean, reading.accuracy()), how(state, layers), change);
    }

    /** Of a network without images. */
    static Explanation withoutImages() {
        return warning("No images are open, so nothing is scored. The maps show what drift does to the cells.");
    }

    private static String loss(ExplorerState state, LayerCounts layers, Accuracy clean, Accuracy drifted) {
        double points = Percent.points(drifted.top1(), clean.top1());
        String drift = ChipWords.whatActs(state.chip()) + layers.where();
        if (clean.top1() <= drifted.top1()) {
            return drift + " cost nothing on these images";
        }
        return points > 0
                ? String.format(Locale.US, "%s cost %.1f points", drift, points)
                : drift + " cost less than 0.1 points";
    }

    private static Explanation beforeCalibration(
            ExplorerState state, LayerCounts layers, Accuracy clean, Accuracy drifted, String loss) {
        if (state.ticked().isEmpty()) {
            return warning(
                    "%s. No layer is ticked, so calibration would change nothing: tick layers at the left.", loss);
        }
        if (layers.calibrated() == 0
                && SettingUse.LAYERS.matters(state.calibration().method())) {
            return warning(
                    "%s. No ticked layer drifts, so calibration would change nothing: tick one that does.", loss);
        }
        if (drifted.nearChance() && state.chip().drift().ages() && state.chip().secondsSinceProgramming() > 0) {
            return warning(
                    "%s: near chance. A layer gain brings back what shrank together, not what spread at random.", loss);
        }
        if (drifted.nearChance()) {
            return warning(
                    "%s: near chance. Small corrections may not do: try another mapping, a higher rank or less drift.",
                    loss);
        }
        if (clean.top1() - drifted.top1() < SIGMAS * spread(clean, drifted)) {
            return warning(
                    "%s, which is within what %,d images can tell apart (standard error of the difference %s). More drift or more images would"
                            + " show an effect.",
                    loss, clean.images(), percent(spread(clean, drifted)));
        }
        return plain("%s. Calibrate to win them back: %s, from %s.", loss, how(state, layers), images(state));
    }

    /** Speaks of the rank that was solved for, which for a moment is not yet the slider's. */
    private static Explanation afterCalibration(
            ExplorerState state,
            LayerCounts layers,
            Accuracy clean,
            Accuracy drifted,
            Calibrated calibrated,
            String loss) {
        ExplorerState asked = calibrated.asked();
        double won = Percent.points(drifted.top1(), calibrated.accuracy().top1());
        String how = how(asked, layers);
        String remark = remark(calibrated) + LeastError.remark(calibrated, clean, state.points());
        if (Math.abs(won) / 100 < SIGMAS * spread(drifted, calibrated.accuracy())) {
            return warning(
                    "%s. %s changed accuracy by %s points, within what %,d images can tell apart.%s",
                    loss, sentence(how), SignedText.of(won, "%+.1f"), clean.images(), remark);
        }
        if (won < 0) {
            return warning("%s. %s lost another %.1f points: %s.%s", loss, sentence(how), -won, advice(asked), remark);
        }
        return plain(
                "%s; %s won %.1f of them back with %.2f %% of the parameters, from %s.%s",
                loss, how, won, calibrated.outcome().result().updatedPercent(), images(asked), remark);
    }

    private static double standardError(double share, int images) {
        return Math.sqrt(share * (1 - share) / images);
    }

    private static double spread(Accuracy a, Accuracy b) {
        return Math.hypot(a.standardError(), b.standardError());
    }

    private static String how(ExplorerState state, LayerCounts layers) {
        CalibrationSpec spec = state.calibration();
        String chosen = MethodWords.layers(spec, layers.calibrated(), layers.all());
        return MethodWords.phrase(spec) + (chosen.isEmpty() ? "" : " on " + chosen);
    }

    /** Words as a sentence begins. */
    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String images(ExplorerState state) {
        return MethodWords.images(state.calibration());
    }

    private static String advice(ExplorerState asked) {
        CalibrationSpec spec = asked.calibration();
        String own = spec.method().words().advice();
        if (!own.isEmpty()) {
            return own;
        }
        List<String> ways = new ArrayList<>();
        if (SettingUse.BUDGET.matters(spec.method())) {
            ways.add("a larger budget");
        }
        if (spec.drawsImages()) {
            ways.add("more images");
        }
        ways.add(SettingUse.MAGNITUDE.matters(spec.method()) ? "the other magnitude rule" : "another method");
        return "try " + String.join(" or ", ways);
    }

    /** What the method did to the chip, and why maps or bars stay as they are. */
    private static String remark(Calibrated calibrated) {
        Method method = calibrated.asked().calibration().method();
        String rewrote = method.is(Method.Trait.REWRITES)
                ? String.format(
                        Locale.US,
                        " It rewrote %,d RRAM cells.",
                        calibrated.outcome().result().rramWrites())
                : "";
        String why = method.words().unlayered();
        return rewrote + (why.isEmpty() ? "" : " " + why);
    }

    private static String percent(double share) {
        return Percent.text(share) + " %";
    }

    private static Explanation plain(String text, Object... values) {
        return new Explanation(String.format(Locale.US, text, values), false);
    }

    private static Explanation warning(String text, Object... values) {
        return new Explanation(String.format(Locale.US, text, values), true);
    }
}
