package org.driftscope.experiment.sweep;

import static org.driftscope.experiment.setting.CalibrationSettings.METHOD;
import static org.driftscope.experiment.setting.DeviceSettings.DEVICE;
import static org.driftscope.experiment.setting.DriftSettings.AGE;
import static org.driftscope.experiment.setting.DriftSettings.SEED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.device.Age;
import org.driftscope.device.measured.MeasuredDrift;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.SpecException;

/** Studies of chips that age. */
final class AgeingStudies {
    private static final String KEPT_FROM = MethodSetting.KEPT_FROM.id();
    private static final double USUALLY_KEPT_FROM = Age.parse("1h");
    private static final double WHOLE_LIFE = Age.parse("10y");

    private AgeingStudies() {}

    /** Calibrated at each age, and once early in the chip's life and kept. */
    static List<Sweep> ages(ExperimentSpec base, List<Object> chips) {
        requireAgeing(base);
        List<Object> ages = agesOf(base);
        List<Object> kept = keptFrom(base, ages);
        return List.of(
                kept.size() == 1
                        ? Studies.sweep("age", base, SEED, chips, AGE, ages)
                        : Studies.sweep(
                                "age", base, SEED, chips, AGE, ages, Settings.of(MethodSetting.KEPT_FROM), kept));
    }

    /** Calibrated at each age, and looked after in one way or another since it was calibrated first. */
    static List<Sweep> life(ExperimentSpec base, List<Object> chips) {
        requireAgeing(base);
        double set = base.calibration().settings().keptFrom();
        double first = set > 0 ? set : USUALLY_KEPT_FROM;
        double end = end(base);
        if (!SettingUse.KEPT.matters(base.calibration().method())) {
            throw new SpecException(
                    METHOD.name(),
                    base.calibration().method().id(),
                    "one that leaves the cells as they are for this study");
        }
        if (first >= end) {
            throw new SpecException(KEPT_FROM, Age.words(first), "earlier than " + Age.words(end) + " for this study");
        }
        List<Object> ages = new ArrayList<>(List.of(first));
        ages.addAll(Upkeep.checks(first, end));
        if (!ages.contains(end)) {
            ages.add(end);
        }
        List<Object> ways = Stream.of(
                        "once", "once + gains", "every 1y", "times 10", "on demand 1", "on demand 1 + gains")
                .<Object>map(way -> Upkeep.parse(way).inFiles())
                .toList();
        return List.of(
                Studies.sweep("life", base, SEED, chips, AGE, ages, Settings.of(MethodSetting.KEPT_FROM), List.of(0.0)),
                Studies.sweep(
                        "life",
                        base,
                        SEED,
                        chips,
                        AGE,
                        ages,
                        Settings.of(MethodSetting.KEPT_FROM),
                        List.of(first),
                        Settings.UPKEEP,
                        ways));
    }

    /** Ten years, or as long as cells were measured. */
    private static double end(ExperimentSpec base) {
        return base.chip().drift() instanceof MeasuredDrift measured
                ? DoubleStream.of(measured.device().table().seconds()).max().orElse(WHOLE_LIFE)
                : WHOLE_LIFE;
    }

    private static void requireAgeing(ExperimentSpec base) {
        if (!base.chip().ages()) {
            throw new SpecException(
                    DEVICE.name(),
                    base.chip().drift().id(),
                    "one that ages for this study: pcm, wan2022, cmo or another");
        }
    }

    /** 0, and the age that is set; else the last of those that are measured up to an hour. */
    private static List<Object> keptFrom(ExperimentSpec base, List<Object> ages) {
        double set = base.calibration().settings().keptFrom();
        double last = ages.stream().mapToDouble(age -> (Double) age).max().orElse(0);
        double from = set > 0
                ? set
                : ages.stream()
                        .mapToDouble(age -> (Double) age)
                        .filter(age -> age <= USUALLY_KEPT_FROM)
                        .max()
                        .orElse(0);
        boolean shows = SettingUse.KEPT.matters(base.calibration().method()) && from > 0 && from < last;
        return shows ? List.of(0.0, from) : List.of(0.0);
    }

    /**
     * From a second to ten years, evenly in the logarithm of time as far as people's units allow; of measured cells when they
     * were measured.
     */
    private static List<Object> agesOf(ExperimentSpec base) {
        if (base.chip().drift() instanceof MeasuredDrift measured) {
            return DoubleStream.of(measured.device().table().seconds())
                    .filter(seconds -> seconds > 0)
                    .<Object>mapToObj(Double::valueOf)
                    .toList();
        }
        return Stream.of("1s", "1min", "1h", "1d", "30d", "1y", "10y")
                .<Object>map(Age::parse)
                .toList();
    }
}
