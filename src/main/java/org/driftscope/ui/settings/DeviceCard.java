package org.driftscope.ui.settings;

import java.util.List;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.SliderField;

/** The cells: mapping, conductance range, levels. */
final class DeviceCard {
    private static final List<Integer> LEVELS = List.of(0, 4, 8, 16, 32, 64, 128, 256);

    private DeviceCard() {}

    static SettingsCard of(SettingsViewModel model) {
        return new SettingsCard("Device")
                .wide(
                        Explanations.MAPPING,
                        Choice.of("mapping", List.of(MappingKind.values()), model.mappingProperty(), DeviceCard::words))
                .slider(
                        Explanations.G_MAX,
                        new SliderField(
                                "g-max",
                                NumberScale.logarithmic(1, 1000, false, "µS"),
                                model.gMaxUsProperty(),
                                model::settled))
                .slider(
                        Explanations.ON_OFF,
                        new SliderField(
                                "on-off",
                                NumberScale.logarithmic(2, 10_000, true, ""),
                                model.onOffRatioProperty(),
                                model::settled))
                .wide(
                        Explanations.LEVELS,
                        Choice.of(
                                "levels", LEVELS, model.levelsProperty(), n -> n == 0 ? "Continuous" : n + " levels"));
    }

    private static String words(MappingKind mapping) {
        return switch (mapping) {
            case ONE_SIDED_PAIR -> "One-sided pair";
            case CONSTANT_SUM_PAIR -> "Constant-sum pair";
            case OFFSET_COLUMN -> "Offset column";
        };
    }
}
