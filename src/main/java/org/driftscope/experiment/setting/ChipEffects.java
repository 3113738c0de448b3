package org.driftscope.experiment.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.circuit.CircuitEffect;
import org.driftscope.crossbar.circuit.CircuitEffects;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.device.ProgrammingError;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.support.SpecException;

/**
 * What makes a chip compute otherwise than its network, effect by effect, each with a chip that lacks it. The drift of a
 * device that was measured includes the error that it writes with, which is its own.
 */
public final class ChipEffects {
    /** The setting that turns effects off. */
    public static final String SETTING = "effects";

    private static final String ALL = "all";
    private static final String NONE = "none";
    private static final String ALONE = " alone";
    private static final String WITHOUT = "without ";

    private record Effect(String name, Predicate<ChipSpec> acts, UnaryOperator<ChipSpec> off) {}

    private static final List<Effect> OF_CELLS = List.of(
            new Effect("drift", ChipSpec::deviceMoves, chip -> chip.withDrift(new RelativeGaussianDrift(0))),
            ofCrossbar(
                    "programming error",
                    crossbar -> crossbar.programmingError().amount() > 0,
                    crossbar -> crossbar.withProgrammingError(ProgrammingError.none())),
            ofCrossbar("levels", crossbar -> crossbar.levels() > 0, crossbar -> crossbar.withLevels(0)),
            ofCrossbar(
                    "clipped weights",
                    crossbar -> crossbar.clipPercentile() < 100,
                    crossbar -> crossbar.withClipPercentile(100)));

    /** Those of chip and crossbar, then those of the circuit. */
    private static final List<Effect> EFFECTS = Stream.concat(
                    OF_CELLS.stream(), CircuitEffects.all().stream().map(ChipEffects::ofCircuit))
            .toList();

    private ChipEffects() {}

    private static Effect ofCircuit(CircuitEffect effect) {
        return ofCrossbar(
                effect.name(),
                crossbar -> effect.acts(crossbar.circuit()),
                crossbar -> crossbar.withCircuit(effect.off(crossbar.circuit())));
    }

    private static Effect ofCrossbar(String name, Predicate<CrossbarSpec> acts, UnaryOperator<CrossbarSpec> off) {
        return new Effect(
                name, chip -> acts.test(chip.crossbar()), chip -> chip.withCrossbar(off.apply(chip.crossbar())));
    }

    /** Names of those that act on a chip. */
    public static List<String> of(ChipSpec chip) {
        return EFFECTS.stream()
                .filter(effect -> chip.kinds().stream().anyMatch(effect.acts()))
                .map(Effect::name)
                .toList();
    }

    /** Values of the setting that together say what each effect costs: all, none, each alone and each left out. */
    public static List<String> ledger(List<String> effects) {
        List<String> values = new ArrayList<>(List.of(ALL, NONE));
        effects.forEach(effect -> values.add(alone(effect)));
        if (effects.size() > 1) {
            effects.forEach(effect -> values.add(without(effect)));
        }
        return values;
    }

    /** The value that leaves nothing out. */
    public static String all() {
        return ALL;
    }

    public static String alone(String effect) {
        return effect + ALONE;
    }

    public static String without(String effect) {
        return WITHOUT + effect;
    }

    /** The effect of a value as {@link #alone} gives it; else "". */
    public static String onlyEffect(String value) {
        return value.endsWith(ALONE) ? value.substring(0, value.length() - ALONE.length()) : "";
    }

    static Setting setting() {
        return Setting.text(
                        SETTING,
                        "all, none, one alone, or all without one, such as \"drift alone\" and \"without wires\"",
                        spec -> of(spec.chip()).isEmpty() ? NONE : ALL,
                        (spec, value) -> spec.withChip(with(spec.chip(), value.strip())))
                .worded(SettingWords.of("Effects"))
                .turningOff(Stream.concat(
                                Stream.of(
                                                DriftSettings.DRIFT,
                                                DeviceSettings.PROGRAMMING_ERROR,
                                                DeviceSettings.LEVELS,
                                                DeviceSettings.CLIP_PERCENTILE)
                                        .map(Setting::name),
                                CircuitEffects.all().stream()
                                        .flatMap(effect -> effect.settings().stream())
                                        .map(CircuitSetting::id))
                        .toArray(String[]::new));
    }

    private static ChipSpec with(ChipSpec chip, String value) {
        List<String> acting = of(chip);
        Stream<String> off =
                switch (value) {
                    case ALL -> Stream.empty();
                    case NONE -> acting.stream();
                    default -> value.startsWith(WITHOUT)
                            ? Stream.of(known(value, value.substring(WITHOUT.length()), acting))
                            : others(known(value, onlyEffect(value), acting), acting);
                };
        ChipSpec changed = chip;
        for (String name : off.toList()) {
            UnaryOperator<ChipSpec> without = named(name).off();
            changed = without.apply(changed).withPerLayer(LayerRules.after(without, changed));
        }
        return changed;
    }

    private static Stream<String> others(String kept, List<String> acting) {
        return acting.stream().filter(name -> !name.equals(kept));
    }

    private static String known(String value, String name, List<String> acting) {
        if (!acting.contains(name)) {
            String there = acting.isEmpty() ? "none" : String.join(", ", acting);
            throw new SpecException(
                    SETTING, value, "all, none, or one of this chip's alone or left out: it has " + there);
        }
        return name;
    }

    private static Effect named(String name) {
        return EFFECTS.stream()
                .filter(effect -> effect.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
