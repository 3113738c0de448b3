package org.driftscope.ui.explorer.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.ScaleScope;
import org.driftscope.crossbar.circuit.CircuitEffects;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.ProgrammingError;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.ui.control.NumberScale;

/** A kind of chip in words: how it drifts and maps, and whatever else is not as usual; without its seed. */
public final class ChipWords {
    /** How often a chip with read noise was read. */
    public static final String READS = MethodSetting.READS.id();

    private static final CrossbarSpec USUAL = CrossbarSpec.defaults();

    private ChipWords() {}

    public static Map<String, String> of(ChipSpec chip, LayerChoice drifted) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(DriftSettings.DRIFT.name(), drift(chip));
        words.putAll(ofDevice(chip.crossbar()));
        words.putAll(ofLayers(drifted));
        words.putAll(perLayer(chip));
        return words;
    }

    /** In what layers differ; nothing where all are alike. */
    public static Map<String, String> perLayer(ChipSpec chip) {
        return chip.perLayer().isEmpty()
                ? Map.of()
                : Map.of(
                        "settings per layer",
                        LayerRules.of(chip).stream()
                                .map(rule -> String.join(", ", rule.layers()) + " " + rule.told())
                                .collect(Collectors.joining("; ")));
    }

    /** Which layers drift; nothing where all do. */
    public static Map<String, String> ofLayers(LayerChoice drifted) {
        return drifted.patterns().isEmpty()
                ? Map.of()
                : Map.of("drifting layers", "drift in " + String.join(", ", drifted.patterns()) + " only");
    }

    /** E.g. "20 % drift" or "PCM (Joshi 2020) after 1 d". */
    static String drift(ChipSpec chip) {
        if (chip.driftIsSet()) {
            return NumberScale.plain(chip.relativeDrift() * 100) + " % drift";
        }
        String name = DeviceKinds.of(chip.drift()).name();
        return chip.drift().ages() ? name + " after " + Age.words(chip.secondsSinceProgramming()) : name;
    }

    /** All that makes cells other than asked for, e.g. "20 % drift with 1 % stuck at G min". */
    static String whatActs(ChipSpec chip) {
        List<String> circuit = new ArrayList<>();
        chip.crossbar().circuit().forEach((setting, value) -> circuit.add(setting.tell(value)));
        if (!chip.perLayer().isEmpty()) {
            circuit.add(LayerRules.PER_LAYER.words().inside());
        }
        int last = circuit.size() - 1;
        return switch (circuit.size()) {
            case 0 -> drift(chip);
            case 1 -> drift(chip) + " with " + circuit.get(0);
            default -> drift(chip) + " with " + String.join(", ", circuit.subList(0, last)) + " and "
                    + circuit.get(last);
        };
    }

    /** The same where there is little room. */
    public static String briefly(ChipSpec chip) {
        CircuitSpec circuit = chip.crossbar().circuit();
        return drift(chip)
                + (circuit.isIdeal() ? "" : " + circuit")
                + (chip.perLayer().isEmpty()
                        ? ""
                        : " + " + LayerRules.PER_LAYER.words().inside());
    }

    /** Without drift. */
    public static Map<String, String> ofDevice(CrossbarSpec crossbar) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(DeviceSettings.MAPPING.name(), crossbar.mapping().id().replace('-', ' '));
        words.put("on/off ratio", onOff(crossbar));
        if (crossbar.range().gMaxUs() != USUAL.range().gMaxUs()) {
            words.put(
                    "highest conductance",
                    "up to " + NumberScale.plain(crossbar.range().gMaxUs()) + " \u00b5S");
        }
        if (crossbar.levels() != 0) {
            words.put(DeviceSettings.LEVELS.name(), crossbar.levels() + " levels");
        }
        if (crossbar.scale() != ScaleScope.LAYER) {
            words.put("weight scale", "a scale a column");
        }
        if (crossbar.clipPercentile() != USUAL.clipPercentile()) {
            words.put("clipping", "weights clipped at " + NumberScale.plain(crossbar.clipPercentile()) + " %");
        }
        if (crossbar.tileRows() != USUAL.tileRows() || crossbar.tileCols() != USUAL.tileCols()) {
            words.put("tiles", "tiles of " + crossbar.tileRows() + " x " + crossbar.tileCols());
        }
        if (crossbar.programmingError().amount() != 0) {
            ProgrammingError.RelativeTo whole = crossbar.programmingError().relativeTo();
            words.put(
                    "programming error",
                    NumberScale.plain(crossbar.programmingError().amount() * 100) + " % programming error"
                            + (whole == ProgrammingError.RelativeTo.G_MAX ? "" : " of " + whole.words()));
        }
        if (crossbar.clipToRange()) {
            words.put("range", "clipped to the range");
        }
        crossbar.circuit().forEach((setting, value) -> words.put(setting.option(), setting.tell(value)));
        if (CircuitEffects.READ_NOISE.acts(crossbar.circuit())) {
            // a spread over chips then holds some of what differs from read to read
            words.put(READS, "each chip read once");
        }
        return words;
    }

    private static String onOff(CrossbarSpec crossbar) {
        double ratio = crossbar.range().onOffRatio();
        return "on/off " + (Double.isInfinite(ratio) ? "\u221e" : NumberScale.plain(ratio));
    }
}
