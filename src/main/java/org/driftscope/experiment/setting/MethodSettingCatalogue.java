package org.driftscope.experiment.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.device.Age;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.text.Wording;

/** The settings of {@link MethodSetting} as those of an experiment, and the file of statistics among them. */
final class MethodSettingCatalogue {
    static final String NO_STATISTICS = "none";

    static final Setting STATISTICS = Setting.text(
                    "statistics",
                    "none (of the calibration images), or a file that statistics wrote",
                    spec -> settings(spec).hasStatisticsFile() ? settings(spec).statistics() : NO_STATISTICS,
                    (spec, value) ->
                            with(spec, settings(spec).withStatistics(value.equals(NO_STATISTICS) ? "" : value)))
            .where(SettingUse.FACTORY)
            .worded(SettingWords.of("Statistics from")
                    .help(
                            "FILE",
                            "Take layer statistics from a file that statistics wrote: no calibration images are needed.")
                    .means(
                            "What the calibration knows of the images: gathered on the calibration images, or at the factory and"
                                    + " kept in a file beside the model. With such a file no image is needed in the field.",
                            "G = E[x xᵀ], μ = E[x] of each layer's inputs",
                            "")
                    .told(value -> value.equals(NO_STATISTICS)
                            ? "statistics of the calibration images"
                            : "statistics of a file"));

    /** When a calibration that is kept is made anew. */
    static final Setting UPKEEP = Setting.text(
                    Upkeep.SETTING,
                    Upkeep.ALLOWED,
                    spec -> settings(spec).upkeep().inFiles(),
                    (spec, value) -> with(spec, settings(spec).withUpkeep(Upkeep.parse(value))))
            .where(spec -> isKept(SettingUse.KEPT, spec))
            .worded(SettingWords.of("Calibrated")
                    .help(
                            "WHEN",
                            "Of a calibration that is kept: once, 'every 30d', 'times 10' (each time the chip is ten times"
                                    + " older) or 'on demand 1' (where agreement with the clean network on check images has"
                                    + " fallen by a point). '+ gains' measures each layer's gain at every check, half a decade"
                                    + " of age apart (default: {default}).")
                    .means(
                            "When the calibration is made anew while the chip ages. On demand: where the chip agrees with the"
                                    + " clean network on fewer check images than after its last calibration, looked at twice a"
                                    + " decade of age. With gains: one factor a layer is measured anew at each check, and all"
                                    + " else kept.",
                            "f = sqrt(Σ var(then) / Σ var(now))",
                            "")
                    .offering(offered())
                    .told(value -> Upkeep.parse(value.toString()).words()));

    private MethodSettingCatalogue() {}

    private static Map<String, String> offered() {
        Map<String, String> offered = new LinkedHashMap<>();
        for (String when : List.of("once", "every 1mo", "every 1y", "times 10", "on demand 1")) {
            for (String text : List.of(when, when + " + gains")) {
                Upkeep upkeep = Upkeep.parse(text);
                offered.put(upkeep.inFiles(), label(upkeep));
            }
        }
        return offered;
    }

    private static String label(Upkeep upkeep) {
        String amount = Wording.plain(upkeep.amount());
        String when =
                switch (upkeep.policy()) {
                    case ONCE -> "Once";
                    case EVERY -> "Every " + Age.words(upkeep.amount());
                    case TIMES -> "Each " + amount + " times older";
                    case ON_DEMAND -> "On demand, " + amount + " pt";
                };
        return upkeep.gains() ? when + " + gains" : when;
    }

    static List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        for (MethodSetting setting : MethodSetting.all()) {
            all.add(setting(setting));
            if (setting.equals(MethodSetting.FACTORY_IMAGES)) {
                all.add(STATISTICS);
            }
            if (setting.equals(MethodSetting.KEPT_FROM)) {
                all.add(UPKEEP);
            }
        }
        return all;
    }

    /** Those younger than archives, at the value that all their trials had. */
    static Map<String, Object> later() {
        Map<String, Object> later = new LinkedHashMap<>();
        later.put(STATISTICS.name(), NO_STATISTICS);
        later.put(MethodSetting.LAYER_GAIN.id(), false);
        later.put(MethodSetting.KEPT_FROM.id(), MethodSetting.KEPT_FROM.usual());
        later.put(UPKEEP.name(), Upkeep.once().inFiles());
        later.put(
                MethodSetting.STATISTICS_FROM.id(),
                MethodSetting.STATISTICS_FROM.inFiles(MethodSetting.STATISTICS_FROM.usual()));
        later.put(MethodSetting.FACTOR_BITS.id(), MethodSetting.FACTOR_BITS.inFiles(MethodSetting.FACTOR_BITS.usual()));
        later.put(MethodSetting.READS.id(), MethodSetting.READS.inFiles(MethodSetting.READS.usual()));
        MethodSetting.further().forEach(setting -> later.put(setting.id(), setting.inFiles(setting.usual())));
        return later;
    }

    private static Setting setting(MethodSetting setting) {
        Setting plain =
                switch (setting.kind()) {
                    case REAL -> real(setting);
                    case AGE -> real(setting).inWords(text -> Age.parse(setting.id(), text));
                    case CHOICE -> Setting.text(
                            setting.id(),
                            setting.range().allowed(),
                            spec -> (String) setting.inFiles(settings(spec).get(setting)),
                            (spec, word) -> with(spec, setting, setting.valueOf(word)));
                    case COUNT -> Setting.count(
                            setting.id(),
                            setting.range().allowed(),
                            spec -> (int) settings(spec).get(setting),
                            (spec, value) -> with(spec, setting, value));
                    case SWITCH -> Setting.flag(
                            setting.id(),
                            spec -> settings(spec).isOn(setting),
                            (spec, on) -> with(spec, setting, on ? 1 : 0));
                };
        return plain.where(spec -> matters(setting, spec)).worded(words(setting));
    }

    private static Setting real(MethodSetting setting) {
        return Setting.real(
                setting.id(),
                setting.range().allowed(),
                spec -> settings(spec).get(setting),
                (spec, value) -> with(spec, setting, value));
    }

    /** An age says something of cells that age alone, and measured outputs of chips with converters. */
    private static boolean matters(MethodSetting setting, ExperimentSpec spec) {
        if (setting.equals(MethodSetting.CHECK_IMAGES)) {
            return isKept(setting.use(), spec) && settings(spec).upkeep().looks();
        }
        if (setting.equals(MethodSetting.READS)) {
            return spec.chip().hasReadNoise();
        }
        return setting.use().matters(spec.calibration().method())
                && (setting.kind() != MethodSetting.Kind.CHOICE || spec.chip().hasConverters())
                && (setting.kind() != MethodSetting.Kind.AGE || spec.chip().ages());
    }

    private static boolean isKept(SettingUse use, ExperimentSpec spec) {
        return use.matters(spec.calibration().method())
                && spec.chip().ages()
                && settings(spec).keptFrom() > 0;
    }

    private static SettingWords words(MethodSetting setting) {
        MethodSetting.Help help = setting.help();
        boolean isSwitch = setting.kind() == MethodSetting.Kind.SWITCH;
        SettingWords words = SettingWords.of(setting.label())
                .help(help.param(), help.meaning() + (isSwitch ? "." : " (default: {default})."))
                .means(help.hover());
        if (setting.kind() == MethodSetting.Kind.CHOICE) {
            Map<String, String> labels = new LinkedHashMap<>();
            setting.range()
                    .choices()
                    .forEach(word ->
                            labels.put(word, word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)));
            return words.offering(labels).told(word -> help.value().apply(setting.valueOf(word.toString())));
        }
        return isSwitch
                ? words.told(on -> help.value().apply(on.equals(true) ? 1 : 0))
                : words.toldOfNumber(help.value()::apply);
    }

    private static MethodSettings settings(ExperimentSpec spec) {
        return spec.calibration().settings();
    }

    private static ExperimentSpec with(ExperimentSpec spec, MethodSetting setting, double value) {
        return with(spec, settings(spec).with(setting, value));
    }

    private static ExperimentSpec with(ExperimentSpec spec, MethodSettings settings) {
        return spec.withCalibration(spec.calibration().withSettings(settings));
    }
}
