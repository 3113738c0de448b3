package org.driftscope.experiment.setting;

import static org.driftscope.experiment.setting.SettingWords.percent;
import static org.driftscope.support.text.Wording.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.driftscope.device.Age;
import org.driftscope.device.DriftModel;
import org.driftscope.device.DriftParameter;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.support.SpecException;

/** Settings of drift. */
public final class DriftSettings {
    /** Relative drift, a fraction. */
    public static final Setting DRIFT = Setting.real(
                    "drift",
                    "0 to 1 (0.2 means 20 %)",
                    spec -> spec.chip().relativeDrift(),
                    DriftSettings::withRelativeDrift)
            .where(spec -> spec.chip().drift() instanceof RelativeGaussianDrift)
            .worded(SettingWords.of("Relative drift")
                    .help("RHO", "Relative drift, sigma / conductance, 0 to 1 (0.2 means 20 %).")
                    .means(
                            "The spread of the drift in per cent of a cell's conductance. Up to about 20 % is typical; measured"
                                    + " devices drift relatively more at low conductance.",
                            "ρ = σ / g", CalibrationSettings.DONG)
                    .toldOfNumber(value -> "drift " + percent(value)));

    /** Time since programming, s. */
    public static final Setting AGE = Setting.real(
                    "age",
                    "seconds, or such as 1h, 30d, 10y",
                    spec -> spec.chip().secondsSinceProgramming(),
                    (spec, value) -> spec.withChip(spec.chip().withAge(value)))
            .inWords(Age::parse)
            .where(spec -> spec.chip().ages())
            .worded(SettingWords.of("Age")
                    .help(
                            "TIME",
                            "Time since programming of a device that ages: 90s, 15min, 1h, 30d, 6mo, 10y (default: 0).")
                    .means(
                            "Time since programming, from at once to ten years. The chip stays the same one: every cell moves along"
                                    + " a curve of its own.")
                    .toldOfNumber(value -> "age " + Age.words(value)));

    public static final Setting SEED = Setting.integer(
                    "seed", "any whole number", spec -> spec.chip().seed(), ExperimentSpec::withSeed)
            .worded(
                    SettingWords.of("Seed")
                            .help("N", "Which chip, and which calibration images (default: {default}).")
                            .means(
                                    "Which chip of its kind: the same seed gives the same drift of every cell, on any machine."));

    public static final Setting DRIFT_LAYERS = Setting.names(
                    "driftLayers",
                    CalibrationSettings.NAMES,
                    spec -> spec.driftedLayers().patterns(),
                    (spec, value) -> spec.withLayers(new LayerChoice(value), spec.calibratedLayers()))
            .worded(SettingWords.of("Layers")
                    .help("NAME", "Only these layers drift; * stands for anything (default: all).")
                    .means(
                            "Which layers drift; the others stay clean, as if they were not on the chip. Let a single layer drift"
                                    + " to see what its drift alone costs. The ticks at the left are another choice: which layers are"
                                    + " calibrated, of those that drift.")
                    .told(value -> value instanceof List<?> names && names.isEmpty()
                            ? "drift in all layers"
                            : "drift in " + String.join(", ", Setting.texts(value)) + " only"));

    private DriftSettings() {}

    /** In the order in which files list them. */
    public static List<Setting> all() {
        List<Setting> all = new ArrayList<>(List.of(DRIFT, AGE, SEED, DRIFT_LAYERS));
        DriftParameter.all().forEach(parameter -> all.add(setting(parameter)));
        return all;
    }

    private static Setting setting(DriftParameter parameter) {
        return Setting.real(
                        parameter.id(),
                        parameter.allowed(),
                        spec -> parameter.of(spec.chip().drift()),
                        (spec, value) -> spec.withChip(
                                spec.chip().withDrift(parameter.in(spec.chip().drift(), value))))
                .where(spec -> spec.chip().drift().parameters().containsKey(parameter))
                .worded(SettingWords.of(parameter.label())
                        .help("NUMBER", parameter.meaning() + " (default: " + parameter.usual() + ").")
                        .means(parameter.meaning() + ".")
                        .toldOfNumber(value -> parameter.label() + " " + plain(value)));
    }

    /** 0 says nothing of a device that ages, and is what such a one has. */
    private static ExperimentSpec withRelativeDrift(ExperimentSpec spec, double value) {
        DriftModel drift = spec.chip().drift();
        if (drift instanceof RelativeGaussianDrift) {
            return spec.withChip(spec.chip().withDrift(new RelativeGaussianDrift(value)));
        }
        if (value != 0) {
            throw new SpecException(
                    DRIFT.name(),
                    value,
                    "left out, since "
                            + (drift.isMeasuredCellByCell()
                                    ? "the cells are those of a measured chip"
                                    : "the device " + drift.id() + insteadOfStrength(drift)));
        }
        return spec;
    }

    private static String insteadOfStrength(DriftModel drift) {
        if (drift.ages()) {
            return " drifts by its age";
        }
        return drift.parameters().isEmpty()
                ? " does not drift"
                : " has "
                        + drift.parameters().keySet().stream()
                                .map(DriftParameter::id)
                                .collect(Collectors.joining(" and "))
                        + " instead";
    }
}
