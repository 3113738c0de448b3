package org.driftscope.ui.settings.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.ScaleScope;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftParameter;
import org.driftscope.device.ProgrammingError.RelativeTo;
import org.driftscope.ui.control.CircuitWords;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.state.ExplorerState;

/** All settings of the window that have a default: what differs from it, in words, and the way back. */
public final class SettingCatalogue {
    private static final double CENT = 100;
    private static final List<SettingEntry<?>> ALL = all();

    private SettingCatalogue() {}

    private static List<SettingEntry<?>> all() {
        List<SettingEntry<?>> all = new ArrayList<>();
        all.add(SettingEntry.of(
                "preprocessing",
                Group.IMAGES,
                ExplorerState::preparation,
                ExplorerState::withPreparation,
                wish -> "preprocessing "
                        + (wish.isNone()
                                ? "chosen automatically"
                                : wish.preset() == null ? "of own numbers" : wish.preset())));
        device(all);
        cells(all);
        circuit(all);
        drift(all);
        method(all);
        fit(all);
        return List.copyOf(all);
    }

    private static void device(List<SettingEntry<?>> all) {
        // first, since it brings a range with it
        all.add(SettingEntry.of(
                "device",
                Group.DEVICE,
                s -> DeviceKinds.of(s.chip().drift()),
                ExplorerState::withDevice,
                DeviceKind::name));
        all.add(crossbar("mapping", CrossbarSpec::mapping, CrossbarSpec::withMapping, SettingCatalogue::inASentence));
        all.add(SettingEntry.of(
                "g-max",
                Group.DEVICE,
                s -> s.chip().crossbar().range().gMaxUs(),
                (s, value) -> DeviceRange.with(s, value, DeviceRange.onOff(s)),
                value -> "G max " + NumberScale.plain(value) + " µS"));
        all.add(SettingEntry.of(
                "on-off",
                Group.DEVICE,
                DeviceRange::onOff,
                (s, value) -> DeviceRange.with(s, s.chip().crossbar().range().gMaxUs(), value),
                value -> "on/off ratio " + (value.isInfinite() ? "∞" : NumberScale.plain(value))));
        all.add(crossbar(
                "levels",
                CrossbarSpec::levels,
                CrossbarSpec::withLevels,
                value -> value == 0 ? "continuous levels" : value + " levels"));
    }

    private static void cells(List<SettingEntry<?>> all) {
        all.add(crossbar(
                "scale",
                CrossbarSpec::scale,
                CrossbarSpec::withScale,
                value -> value == ScaleScope.LAYER ? "scale per layer" : "scale per column"));
        all.add(crossbar(
                "clip-percentile",
                CrossbarSpec::clipPercentile,
                CrossbarSpec::withClipPercentile,
                value -> "clip percentile " + NumberScale.plain(value) + " %"));
        all.add(crossbar(
                "programming-error",
                spec -> spec.programmingError().amount(),
                (spec, value) ->
                        spec.withProgrammingError(spec.programmingError().withAmount(value)),
                value -> "programming error " + percent(value)));
        all.add(new SettingEntry<>(
                "programming-error-of",
                Group.DEVICE,
                s -> s.chip().crossbar().programmingError().relativeTo(),
                (s, value) -> s.withCrossbar(s.chip()
                        .crossbar()
                        .withProgrammingError(
                                s.chip().crossbar().programmingError().withRelativeTo(value))),
                value -> "programming error of " + (value == RelativeTo.G_MAX ? "G max" : "each target"),
                s -> s.chip().crossbar().programmingError().amount() > 0));
        all.add(crossbar("tile", CrossbarSpec::tileRows, CrossbarSpec::withTile, value -> "tile " + value));
        all.add(crossbar(
                "clip-to-range",
                CrossbarSpec::clipToRange,
                CrossbarSpec::withClipToRange,
                value -> value ? "drift clipped to the range" : "drift clipped at 0 only"));
    }

    private static void circuit(List<SettingEntry<?>> all) {
        for (CircuitSetting setting : CircuitSettings.all()) {
            all.add(SettingEntry.of(
                    setting.option(),
                    Group.CIRCUIT,
                    s -> s.chip().crossbar().circuit().get(setting),
                    (s, value) -> CircuitModel.with(s, setting, value),
                    value -> CircuitWords.of(setting, value)));
        }
    }

    private static void drift(List<SettingEntry<?>> all) {
        all.add(new SettingEntry<>(
                "drift",
                Group.DRIFT,
                ExplorerState::relativeDrift,
                ExplorerState::withRelativeDrift,
                value -> "drift " + percent(value),
                s -> !s.chip().drift().ages()));
        all.add(new SettingEntry<>(
                "age",
                Group.DRIFT,
                s -> s.chip().secondsSinceProgramming(),
                ExplorerState::withAge,
                value -> "age " + Age.words(value),
                s -> s.chip().drift().ages()));
        for (DriftParameter parameter : DriftParameter.all()) {
            all.add(new SettingEntry<>(
                    parameter.option(),
                    Group.DRIFT,
                    s -> parameter.of(s.chip().drift()),
                    (s, value) -> DeviceSettingsModel.with(s, parameter, value),
                    value -> parameter.label() + " " + NumberScale.plain(value),
                    s -> s.chip().drift().parameters().containsKey(parameter)));
        }
        all.add(SettingEntry.of(
                "seed", Group.DRIFT, s -> s.chip().seed(), ExplorerState::withSeed, value -> "seed " + value));
        all.add(SettingEntry.of(
                "drift-layers",
                Group.DRIFT,
                ExplorerState::drifting,
                ExplorerState::withDrifting,
                value -> value.patterns().isEmpty()
                        ? "drift in all layers"
                        : "drift in " + String.join(", ", value.patterns()) + " only"));
    }

    private static void method(List<SettingEntry<?>> all) {
        all.add(calibration(
                "method", CalibrationSpec::method, CalibrationSpec::withMethod, value -> "method " + value.label()));
        all.add(calibration("rank", CalibrationSpec::rank, CalibrationSpec::withRank, value -> "rank " + value)
                .where(SettingUse.RANK));
        all.add(method(MethodSetting.BUDGET));
        all.add(method(MethodSetting.READOUT_NOISE));
        all.add(SettingEntry.of(
                        "statistics",
                        Group.CALIBRATION,
                        (ExplorerState s) -> s.calibration().settings().statistics(),
                        ExplorerState::withStatistics,
                        value -> value.isEmpty() ? "statistics of the calibration images" : "statistics of a file")
                .where(SettingUse.FACTORY));
        all.add(method(MethodSetting.FACTORY_IMAGES));
        all.add(calibration(
                "images",
                CalibrationSpec::samples,
                CalibrationSpec::withSamples,
                value -> value == 1 ? "1 image" : value + " images"));
    }

    private static void fit(List<SettingEntry<?>> all) {
        all.add(calibration(
                        "magnitude",
                        CalibrationSpec::magnitude,
                        CalibrationSpec::withMagnitude,
                        value -> value == MagnitudeRule.MSE ? "fit of least error" : "magnitude of same variance")
                .where(SettingUse.MAGNITUDE));
        all.add(calibration(
                        "bias",
                        CalibrationSpec::bias,
                        CalibrationSpec::withBias,
                        value -> value ? "with bias" : "without bias")
                .where(SettingUse.BIAS));
        all.add(method(MethodSetting.LAYER_GAIN));
        all.add(calibration(
                        "solver",
                        CalibrationSpec::solver,
                        CalibrationSpec::withSolver,
                        value -> value == SolverKind.CLOSED_FORM ? "closed form" : "gradient solver")
                .where(SettingUse.SOLVER));
        all.add(method(MethodSetting.KEPT_FROM)
                .where(state -> state.chip().drift().ages()
                        && SettingUse.KEPT.matters(state.calibration().method())));
        all.add(method(MethodSetting.MOST_AFFECTED));
        all.add(method(MethodSetting.LEARNING_RATE));
        all.add(method(MethodSetting.STEPS));
        MethodSetting.further().forEach(setting -> all.add(method(setting)));
    }

    private static <T> SettingEntry<T> crossbar(
            String id,
            Function<CrossbarSpec, T> get,
            BiFunction<CrossbarSpec, T, CrossbarSpec> set,
            Function<T, String> words) {
        return SettingEntry.of(
                id,
                Group.DEVICE,
                s -> get.apply(s.chip().crossbar()),
                (s, value) -> s.withCrossbar(set.apply(s.chip().crossbar(), value)),
                words);
    }

    private static <T> SettingEntry<T> calibration(
            String id,
            Function<CalibrationSpec, T> get,
            BiFunction<CalibrationSpec, T, CalibrationSpec> set,
            Function<T, String> words) {
        return SettingEntry.of(
                id,
                Group.CALIBRATION,
                s -> get.apply(s.calibration()),
                (s, value) -> s.withCalibration(set.apply(s.calibration(), value)),
                words);
    }

    private static SettingEntry<Double> method(MethodSetting setting) {
        return SettingEntry.of(
                        setting.option(),
                        Group.CALIBRATION,
                        (ExplorerState s) -> s.calibration().settings().get(setting),
                        (s, value) -> MethodSettingsModel.with(s, setting, value),
                        value -> setting.help().value().apply(value))
                .where(setting.use());
    }

    private static String percent(double share) {
        return String.format(Locale.US, "%s %%", NumberScale.plain(share * CENT));
    }

    /** The setting of a row. @throws IllegalArgumentException if there is none of that id */
    public static SettingEntry<?> of(String id) {
        return ALL.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    /** Those of a card that mean something and are not at their default. */
    static List<SettingEntry<?>> changed(Group group, ExplorerState state) {
        ExplorerState usual = ExplorerState.first();
        return ALL.stream()
                .filter(entry -> entry.group() == group && entry.shown().test(state) && entry.differs(state, usual))
                .toList();
    }

    /** All of a card at their defaults. */
    static ExplorerState reset(Group group, ExplorerState state) {
        ExplorerState usual = ExplorerState.first();
        ExplorerState reset = state;
        for (SettingEntry<?> entry : changed(group, state)) {
            reset = entry.copy(reset, usual);
        }
        return reset;
    }

    /** The values that one state has and another had not, in words; of what the later one looks at. */
    public static List<String> changes(ExplorerState before, ExplorerState after) {
        return ALL.stream()
                .filter(entry -> entry.shown().test(after) && entry.differs(before, after))
                .map(entry -> entry.tell(after))
                .toList();
    }

    private static String inASentence(MappingKind mapping) {
        String words = mapping.label();
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
