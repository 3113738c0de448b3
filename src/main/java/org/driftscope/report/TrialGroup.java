package org.driftscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.device.Age;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.support.Percent;
import org.driftscope.support.text.Wording;

/**
 * Trials that differ only in their chip.
 *
 * @param values the swept settings but the seed
 * @param trials at least one
 */
public record TrialGroup(Map<String, Object> values, List<SweepRunner.Finished> trials) {
    static final String SEED = DriftSettings.SEED.name();
    private static final String METHOD = CalibrationSettings.METHOD.name();

    private static final int SHORT_HASH = 8;

    /** Groups in the order in which they first appear. */
    public static List<TrialGroup> of(List<SweepRunner.Finished> trials) {
        Map<Map<String, Object>, List<SweepRunner.Finished>> groups = new LinkedHashMap<>();
        for (SweepRunner.Finished trial : trials) {
            Map<String, Object> key = new LinkedHashMap<>(trial.trial().values());
            key.remove(SEED);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(trial);
        }
        return groups.entrySet().stream()
                .map(entry -> new TrialGroup(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** Accuracy after drift, %. */
    public AccuracySummary drifted() {
        return summary(TrialColumns.DRIFTED);
    }

    /** Accuracy after calibration, %. */
    public AccuracySummary calibrated() {
        return summary(TrialColumns.CALIBRATED);
    }

    /** Accuracy of the clean network, %. */
    public double clean() {
        return Percent.of(trials.get(0).outcome().cleanTop1());
    }

    public double updatedPercent() {
        return trials.get(0).outcome().updatedPercent();
    }

    /** The method's name in tables and charts. */
    public String method() {
        return trials.get(0).trial().spec().calibration().method().label();
    }

    /** Of the method's series in every figure. */
    SeriesTint tint() {
        return MethodTint.of(trials.get(0).trial().spec().calibration().method());
    }

    /** The method with what kind of it this is, whatever its size. */
    String family() {
        return trials.get(0).trial().spec().calibration().family();
    }

    /** As {@link #family}, without the bits of factors. */
    String familyAtAnyBits() {
        CalibrationSpec spec = trials.get(0).trial().spec().calibration();
        return spec.withSettings(spec.settings().withFactorBits(FactorPrecision.FULL_BITS))
                .family();
    }

    /** The value of a swept number; NaN where it was not swept. */
    public double number(Setting setting) {
        return values.get(setting.name()) instanceof Number value ? value.doubleValue() : Double.NaN;
    }

    /** What was swept, in words, without the given settings. */
    public String words(String... without) {
        List<String> words = new ArrayList<>();
        values.forEach((name, value) -> {
            if (!List.of(without).contains(name)) {
                words.add(words(name, value));
            }
        });
        return String.join(", ", words);
    }

    /** A setting's value in words: a flag by its name alone, a file of statistics by the beginning of its sha256. */
    public static String words(String name, Object value) {
        if (value instanceof Boolean set) {
            return (set ? "" : "no ")
                    + Wording.inside(Settings.named(name).words().label());
        }
        String text = String.valueOf(value);
        if (name.equals(METHOD)) {
            return Method.named(name, text).label();
        }
        for (Setting told : List.of(LayerRules.PER_LAYER, Settings.UPKEEP)) {
            if (name.equals(told.name())) {
                return told.words().sentence().apply(value);
            }
        }
        if (name.equals(DriftSettings.AGE.name()) && value instanceof Number seconds) {
            return name + " " + Age.words(seconds.doubleValue());
        }
        if (name.equals(MethodSetting.KEPT_FROM.id()) && value instanceof Number seconds) {
            return MethodSetting.KEPT_FROM.help().value().apply(seconds.doubleValue());
        }
        return name + " "
                + (name.equals(Settings.STATISTICS.name())
                        ? text.substring(0, Math.min(SHORT_HASH, text.length()))
                        : text);
    }

    /** What was swept of the chip itself, in words, without the given settings. */
    public String chipWords(String... without) {
        return wordsWithout(name -> !Settings.isOfChip(name), without);
    }

    /** What was swept of the calibration, in words, without the given settings. */
    public String calibrationWords(String... without) {
        return wordsWithout(Settings::isOfChip, without);
    }

    private String wordsWithout(Predicate<String> others, String... without) {
        List<String> left = new ArrayList<>(List.of(without));
        Settings.all().stream().map(Setting::name).filter(others).forEach(left::add);
        return words(left.toArray(new String[0]));
    }

    /** Over how many chips means are taken, e.g. "3", or "2 to 3" while a study runs. */
    static String chips(List<TrialGroup> groups) {
        int least =
                groups.stream().mapToInt(group -> group.trials().size()).min().orElse(0);
        int most =
                groups.stream().mapToInt(group -> group.trials().size()).max().orElse(0);
        return least == most ? Integer.toString(most) : least + " to " + most;
    }

    /** Behind a title: what a mean is over and what its bars are; "" where there are no means. */
    static String meanWords(List<TrialGroup> groups, Spread spread) {
        String chips = chips(groups);
        return chips.equals("1") ? "" : ", mean \u00B1 " + spread.word() + ", n = " + chips;
    }

    /** A number of the outcomes, in per cent where it is a share. */
    AccuracySummary summary(TrialColumn column) {
        return AccuracySummary.of(
                trials.stream().map(trial -> column.shown(trial.outcome())).toList());
    }

    /** The mean of a number; what all trials have in common is that number to the last bit. */
    double mean(TrialColumn column) {
        double first = column.shown(trials.get(0).outcome());
        boolean same = trials.stream().allMatch(trial -> column.shown(trial.outcome()) == first);
        return same ? first : summary(column).mean();
    }

    /** A number of the outcomes, 0 to 1, as percent. */
    AccuracySummary percent(ToDoubleFunction<TrialOutcome> value) {
        return AccuracySummary.of(trials.stream()
                .map(trial -> Percent.of(value.applyAsDouble(trial.outcome())))
                .toList());
    }
}
