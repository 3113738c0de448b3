package org.driftscope.experiment.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.experiment.spec.ExperimentSpec;

/** The settings of {@link CircuitSettings} as those of an experiment. */
final class CircuitCatalogue {
    private CircuitCatalogue() {}

    static List<Setting> all() {
        return CircuitSettings.all().stream().map(CircuitCatalogue::worded).toList();
    }

    /** The ideal circuit: what every trial had before there were these settings. */
    static Map<String, Object> ideal() {
        Map<String, Object> ideal = new LinkedHashMap<>();
        for (CircuitSetting setting : CircuitSettings.all()) {
            switch (setting.kind()) {
                case SWITCH -> ideal.put(setting.id(), false);
                case BITS, DIGIT, COUNT -> ideal.put(setting.id(), 0L);
                case SHARE, OHM -> ideal.put(setting.id(), 0.0);
            }
        }
        return ideal;
    }

    private static Setting worded(CircuitSetting setting) {
        Setting plain = setting(setting);
        return (setting.equals(CircuitSettings.SLICE_BITS)
                        ? plain.where(spec -> crossbar(spec).circuit().isSliced())
                        : plain)
                .worded(SettingWords.of(setting.label())
                        .means(setting.meaning(), "", setting.source())
                        .told(value -> setting.tell(
                                value instanceof Number number ? number.doubleValue() : value.equals(true) ? 1 : 0)));
    }

    private static Setting setting(CircuitSetting setting) {
        return switch (setting.kind()) {
            case SWITCH -> Setting.flag(
                    setting.id(),
                    spec -> crossbar(spec).circuit().isOn(setting),
                    (spec, on) -> with(spec, setting, on ? 1 : 0));
            case BITS, DIGIT, COUNT -> Setting.integer(
                    setting.id(),
                    setting.allowed(),
                    spec -> (long) crossbar(spec).circuit().get(setting),
                    (spec, value) -> with(spec, setting, value));
            case SHARE, OHM -> Setting.real(
                    setting.id(),
                    setting.allowed(),
                    spec -> crossbar(spec).circuit().get(setting),
                    (spec, value) -> with(spec, setting, value));
        };
    }

    private static CrossbarSpec crossbar(ExperimentSpec spec) {
        return spec.chip().crossbar();
    }

    private static ExperimentSpec with(ExperimentSpec spec, CircuitSetting setting, double value) {
        CrossbarSpec crossbar = crossbar(spec);
        return spec.withChip(
                spec.chip().withCrossbar(crossbar.withCircuit(crossbar.circuit().with(setting, value))));
    }
}
