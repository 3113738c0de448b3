package org.driftscope.experiment.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.Devices;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.PerLayer;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;

/**
 * Layers with settings of their own. Where rules are of the same layer, the later one has the last word.
 *
 * @param rules one or more; a chip whose layers are all alike has {@link PerLayer#none()}
 * @param devices those of files that the rules name
 */
public record LayerRules(List<LayerRule> rules, Devices devices) implements PerLayer {
    static final String NAME = "perLayer";

    /** One text a group of layers. After all that layers take from their chip. */
    public static final Setting PER_LAYER = Setting.rules(
                    NAME,
                    "LAYERS:NAME=VALUE, such as conv1,fc:adc-bits=8 or fc:digital",
                    spec -> spec.chip().perLayer().texts(),
                    (spec, value) -> spec.withChip(spec.chip().withPerLayer(checked(value, spec))))
            .calledOnTheCommandLine("layer-setting")
            .worded(SettingWords.of("Settings per layer")
                    .help(
                            "LAYERS:NAME=VALUE",
                            "Settings of some layers in place of the chip's, such as 'conv1,fc:adc-bits=8,tile=64' or"
                                    + " 'layer1.*:digital'; * stands for anything. Can be given again for other layers.")
                    .means("Settings of some layers in place of the chip's own: their cells, mapping, levels, tiles or"
                            + " converters. A digital layer is computed exactly, as if it were not on the chip.")
                    .told(value -> value instanceof List<?> texts && texts.isEmpty()
                            ? "all layers alike"
                            : String.join("; ", Setting.texts(value))));

    public LayerRules {
        rules = List.copyOf(rules);
    }

    /**
     * {@link PerLayer#none()} where there are no rules.
     *
     * @param ground knows the devices that they name
     * @throws org.driftscope.support.SpecException if it does not
     */
    public static PerLayer of(List<LayerRule> rules, ExperimentSpec ground) {
        Devices named = Devices.of(rules.stream()
                .flatMap(rule -> rule.device().stream())
                .map(ground::device)
                .map(DeviceKind::model));
        return rules.isEmpty() ? PerLayer.none() : new LayerRules(rules, named);
    }

    private static PerLayer of(List<LayerRule> rules, ChipSpec ground) {
        return of(rules, ExperimentSpec.of(ground, CalibrationSpec.defaults()));
    }

    /** The devices of files that rules of a chip name. */
    public static Devices devices(ChipSpec chip) {
        return chip.perLayer() instanceof LayerRules some ? some.devices : Devices.listed();
    }

    /** The rules of a chip. */
    public static List<LayerRule> of(ChipSpec chip) {
        return chip.perLayer() instanceof LayerRules some ? some.rules : List.of();
    }

    /** What the settings of a layer are that differ from its chip's; a rule of that layer alone, empty where none does. */
    public static Optional<LayerRule> own(ChipSpec chip, String layer, Network network) {
        boolean digital = false;
        Map<String, Object> values = new LinkedHashMap<>();
        for (LayerRule rule : of(chip)) {
            if (rule.isOf(layer, network)) {
                digital |= rule.digital();
                values.putAll(rule.values());
            }
        }
        return digital || !values.isEmpty()
                ? Optional.of(new LayerRule(List.of(layer), digital, values))
                : Optional.empty();
    }

    /**
     * The differences after some layers were given others: what the rules said of those is gone.
     *
     * @param layers names of analog layers
     * @param own what they are to have of their own; empty for the chip's settings
     */
    public static PerLayer with(ChipSpec chip, Network network, List<String> layers, Optional<LayerRule> own) {
        List<LayerRule> rules = new ArrayList<>();
        for (LayerRule rule : of(chip)) {
            if (layers.stream().noneMatch(layer -> rule.isOf(layer, network))) {
                rules.add(rule);
                continue;
            }
            List<String> others = network.analogLayers().stream()
                    .map(AnalogLayer::name)
                    .filter(name -> rule.isOf(name, network) && !layers.contains(name))
                    .toList();
            if (!others.isEmpty()) {
                rules.add(new LayerRule(others, rule.digital(), rule.values()));
            }
        }
        own.ifPresent(rule -> rules.add(new LayerRule(layers, rule.digital(), rule.values())));
        return of(rules, chip);
    }

    private static PerLayer checked(List<String> texts, ExperimentSpec spec) {
        PerLayer rules = of(texts.stream().map(LayerRule::parse).toList(), spec);
        rules.kinds(spec.chip().withPerLayer(PerLayer.none()));
        return rules;
    }

    /** The same differences on another chip, of which something was turned off. */
    static PerLayer after(UnaryOperator<ChipSpec> off, ChipSpec chip) {
        ChipSpec common = chip.withPerLayer(PerLayer.none());
        Devices devices = devices(chip);
        return of(
                of(chip).stream()
                        .map(rule -> rule.between(off.apply(common), off.apply(rule.on(common, devices))))
                        .flatMap(Optional::stream)
                        .toList(),
                chip);
    }

    @Override
    public List<String> texts() {
        return rules.stream().map(LayerRule::text).toList();
    }

    @Override
    public ChipSpec of(ChipSpec common, String layer, Network network) {
        ChipSpec made = common;
        for (LayerRule rule : rules) {
            if (rule.isOf(layer, network)) {
                made = rule.on(made, devices);
            }
        }
        return made;
    }

    @Override
    public boolean isDigital(String layer, Network network) {
        return rules.stream().anyMatch(rule -> rule.digital() && rule.isOf(layer, network));
    }

    @Override
    public List<ChipSpec> kinds(ChipSpec common) {
        return rules.stream().map(rule -> rule.on(common, devices)).toList();
    }

    @Override
    public void requireIn(Network network) {
        rules.forEach(rule -> rule.requireIn(network));
    }
}
