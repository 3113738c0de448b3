package org.driftscope.experiment.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.support.EnumWords;
import org.driftscope.support.text.Wording;

/** Settings of the calibration. */
public final class CalibrationSettings {
    static final String DONG = "Dong et al., arXiv 2504.03763 (2025)";
    static final String NAMES = "names of analog layers, * stands for anything; empty for all";
    private static final String DORA = "Liu et al., DoRA, arXiv 2402.09353 (2024)";
    /** What the preset of settings is that follow none. */
    private static final String CUSTOM = "custom";

    /** A recipe that stands for several settings. First, so that settings beside it change what it says. */
    public static final Setting PRESET = Setting.text(
                    "preset",
                    "one of " + String.join(", ", EnumWords.all(Preset.class)),
                    read(c -> Preset.of(c).map(EnumWords::of).orElse(CUSTOM)),
                    set((c, value) ->
                            EnumWords.parse("preset", Preset.class, value).applyTo(c)))
            .standingFor("method", "magnitude", "bias", "solver", MethodSetting.LAYER_GAIN.id())
            .worded(SettingWords.of("Preset")
                    .help(
                            "NAME",
                            "as-published (default: DoRA, least-error magnitude) or recommended (DoRA with layer gain,"
                                    + " variance-matched magnitude and bias). Options beside it change what it says.")
                    .means(
                            "As published: DoRA with the magnitude of least error, and nothing else. Recommended: DoRA that starts"
                                    + " from each layer's gain, keeps every output's variance and fits a bias: more accuracy from"
                                    + " the same rank, above all at rank 1 and a low on/off ratio. Custom: settings of your own.",
                            "",
                            DONG)
                    .offering(labels(Preset.values(), Preset::label)));

    public static final Setting METHOD = Setting.text(
                    "method",
                    "one of " + String.join(", ", Method.ids()),
                    read(c -> c.method().id()),
                    set((c, value) -> c.withMethod(Method.named("method", value))))
            .worded(SettingWords.of("Method")
                    .help(
                            "NAME",
                            Method.all().stream()
                                    .map(CalibrationSettings::remarked)
                                    .collect(Collectors.joining(", ", "One of ", " (default: {default}).")))
                    .means(
                            "The correction. DoRA and LoRA add a low-rank matrix beside each layer, the next three a number or two"
                                    + " a column. DoRA's least-error magnitude shrinks signals, so that LoRA, which has none, can"
                                    + " reach more; with \"Same variance\" DoRA reaches as much. Allocated and sparse share a"
                                    + " budget over the layers. Back-propagation retrains with labels.",
                            "DoRA: W' = m (Wr + A B) / ||Wr + A B||\nLoRA: W' = Wr + A B",
                            DORA)
                    .offering(methods())
                    .told(value ->
                            "method " + Method.named("method", value.toString()).label()));

    public static final Setting RANK = Setting.count(
                    "rank", "1 to 4096", read(c -> c.rank()), set(CalibrationSpec::withRank))
            .where(SettingUse.RANK)
            .worded(SettingWords.of("Rank")
                    .help("R", "Rank of the low-rank part, 1 or more (default: {default}).")
                    .means(
                            "How many directions the correction may use in each layer. Every further rank costs rows + columns"
                                    + " parameters.",
                            "parameters = r (d + o), + o for m",
                            DORA));

    public static final Setting MAGNITUDE = Setting.choice(
                    "magnitude",
                    MagnitudeRule.class,
                    read(CalibrationSpec::magnitude),
                    set(CalibrationSpec::withMagnitude))
            .where(SettingUse.MAGNITUDE)
            .worded(SettingWords.of("Magnitude")
                    .help(
                            "RULE",
                            "mse (default) or variance: least feature error, or the clean layer's output variance.")
                    .means(
                            "How DoRA's column scale is chosen. Least error minimises the feature error but shrinks signals; same"
                                    + " variance keeps each output as lively as in the clean network. LoRA has no such scale; with"
                                    + " \"Same variance\" it is given one, and is the same correction as DoRA.",
                            "γ = sqrt(w' G w / w'ᵣ G w'ᵣ)",
                            "")
                    .offering(labels(
                            MagnitudeRule.values(),
                            rule -> rule == MagnitudeRule.MSE ? "Least error" : "Same variance"))
                    .told(value -> value.equals(EnumWords.of(MagnitudeRule.MSE))
                            ? "fit of least error"
                            : "magnitude of same variance"));

    public static final Setting BIAS = Setting.flag("bias", read(CalibrationSpec::bias), set(CalibrationSpec::withBias))
            .where(SettingUse.BIAS)
            .worded(SettingWords.of("Bias")
                    .help("", "Fit a bias as well.")
                    .means(
                            "Also fits one bias a column, which is added digitally: it corrects the mean of each output.",
                            "b = mean(t) - W'ᵀ mean(x)",
                            "")
                    .toldOfSwitch("with bias", "without bias"));

    public static final Setting SOLVER = Setting.choice(
                    "solver", SolverKind.class, read(CalibrationSpec::solver), set(CalibrationSpec::withSolver))
            .where(SettingUse.SOLVER)
            .worded(SettingWords.of("Solver")
                    .help("NAME", "closed-form (default) or gradient.")
                    .means(
                            "Closed form factorises each layer once and then gives every rank at once, so that the rank slider is"
                                    + " live. Gradient descends the same error by Adam, the paper's way.",
                            "min (1/o) mean ||Wtᵀx - W'ᵀx||²",
                            DONG)
                    .offering(labels(
                            SolverKind.values(),
                            kind -> kind == SolverKind.CLOSED_FORM ? "Closed form" : "Gradient (Adam)"))
                    .told(value ->
                            value.equals(EnumWords.of(SolverKind.CLOSED_FORM)) ? "closed form" : "gradient solver"));

    /** Calibration images. */
    public static final Setting SAMPLES = Setting.count(
                    "samples", "1 to " + Integer.MAX_VALUE, read(c -> c.samples()), set(CalibrationSpec::withSamples))
            .where(spec -> spec.calibration().drawsImages())
            .worded(SettingWords.of("Images")
                    .help("N", "Calibration images, unlabelled (default: {default}).")
                    .means(
                            "How many calibration images are used. They are never used to score, and only back-propagation looks"
                                    + " at their labels. About five are already enough for the other methods.")
                    .toldOfNumber(value -> value == 1 ? "1 image" : Wording.plain(value) + " images"));

    public static final Setting LAYERS = Setting.names(
                    "layers",
                    NAMES,
                    spec -> spec.calibratedLayers().patterns(),
                    (spec, value) -> spec.withLayers(spec.driftedLayers(), new LayerChoice(value)))
            .where(SettingUse.LAYERS)
            .worded(SettingWords.of("Layers")
                    .help(
                            "NAME",
                            "Calibrate only these layers; * stands for anything, paper-set for all convolutions but shortcut"
                                    + " projections (default: all)."));

    private CalibrationSettings() {}

    /** In the order in which files list them; those of {@link MethodSetting} come after. */
    public static List<Setting> all() {
        return List.of(PRESET, METHOD, RANK, MAGNITUDE, BIAS, SOLVER, SAMPLES, LAYERS);
    }

    /** A method's name with what is to be known of it. */
    private static String remarked(Method method) {
        String remark = SettingUse.BUDGET.matters(method)
                ? " (under --" + MethodSetting.BUDGET.option() + ")"
                : method.needsLabels() ? " (looks at the labels)" : "";
        return method.id() + remark;
    }

    private static Map<String, String> methods() {
        Map<String, String> labels = new LinkedHashMap<>();
        Method.all()
                .forEach(method ->
                        labels.put(method.id(), method.label() + (method.needsLabels() ? " (uses labels)" : "")));
        return labels;
    }

    private static <E extends Enum<E>> Map<String, String> labels(E[] values, Function<E, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (E value : values) {
            labels.put(EnumWords.of(value), label.apply(value));
        }
        return labels;
    }

    private static <T> Function<ExperimentSpec, T> read(Function<CalibrationSpec, T> reader) {
        return spec -> reader.apply(spec.calibration());
    }

    private static <T> BiFunction<ExperimentSpec, T, ExperimentSpec> set(
            BiFunction<CalibrationSpec, T, CalibrationSpec> writer) {
        return (spec, value) -> spec.withCalibration(writer.apply(spec.calibration(), value));
    }
}
