package org.driftscope.io.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.LayerRule;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.io.yaml.YamlList;
import org.driftscope.io.yaml.YamlMap;
import org.driftscope.io.yaml.YamlNode;
import org.driftscope.io.yaml.YamlScalar;
import org.driftscope.support.SpecException;

/** Settings of some layers in experiment files: {@code {layers: [conv1, fc], adcBits: 8}}, or as options have them. */
final class LayerRuleYaml {
    private static final String LAYERS = "layers";

    private LayerRuleYaml() {}

    /** One list of rules, or a list of such lists to sweep over. @param devices what its words for devices mean */
    static List<List<String>> read(YamlNode node, DevicePaths devices) {
        boolean isSweep = node instanceof YamlList list
                && !list.items().isEmpty()
                && list.items().stream().allMatch(YamlList.class::isInstance);
        return isSweep
                ? node.oneOrMore().stream().map(item -> rules(item, devices)).toList()
                : List.of(rules(node, devices));
    }

    /** An empty list is a value of its own: all layers alike. */
    private static List<String> rules(YamlNode node, DevicePaths devices) {
        List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
        return items.stream().map(item -> rule(item, devices)).toList();
    }

    private static String rule(YamlNode node, DevicePaths devices) {
        try {
            LayerRule rule = node instanceof YamlMap map
                    ? ofKeys(map, devices)
                    : LayerRule.parse(node.scalar().text(), devices::id);
            return rule.text();
        } catch (SpecException e) {
            throw node.place().error(e.userMessage());
        }
    }

    private static LayerRule ofKeys(YamlMap map, DevicePaths devices) {
        map.requireOnly(Stream.concat(
                        Stream.of(LAYERS, LayerRule.DIGITAL),
                        LayerRule.settings().stream().map(Setting::name))
                .toList());
        List<String> layers = map.require(LAYERS).oneOrMore().stream()
                .map(item -> item.scalar().text())
                .toList();
        boolean digital =
                map.find(LayerRule.DIGITAL).map(node -> node.scalar().flag()).orElse(false);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Setting setting : LayerRule.settings()) {
            map.find(setting.name()).ifPresent(node -> {
                YamlScalar word = node.scalar();
                try {
                    boolean device = setting.equals(DeviceSettings.DEVICE);
                    values.put(setting.name(), device ? devices.id(word.text()) : setting.parse(word.text()));
                } catch (SpecException e) {
                    throw word.place().error(e.userMessage());
                }
            });
        }
        return new LayerRule(layers, digital, values);
    }

    /** The words for devices in one rule, a list of rules, or a list of such lists, with where they stand. */
    static Map<String, YamlNode> devices(YamlNode node) {
        Map<String, YamlNode> words = new LinkedHashMap<>();
        if (node instanceof YamlList list) {
            list.items().forEach(item -> words.putAll(devices(item)));
        } else if (node instanceof YamlMap map) {
            map.find(DeviceSettings.DEVICE.name())
                    .filter(YamlScalar.class::isInstance)
                    .ifPresent(word -> words.put(word.scalar().text(), word));
        } else {
            try {
                LayerRule.parse(node.scalar().text()).device().ifPresent(word -> words.put(word, node));
            } catch (SpecException e) {
                // refused where it is read
            }
        }
        return words;
    }

    /** A rule as keys and values. @param devices the word for a device */
    static Map<String, Object> keys(String text, UnaryOperator<String> devices) {
        LayerRule rule = LayerRule.parse(text);
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(LAYERS, rule.layers());
        if (rule.digital()) {
            keys.put(LayerRule.DIGITAL, true);
        }
        keys.putAll(rule.values());
        keys.computeIfPresent(DeviceSettings.DEVICE.name(), (name, id) -> devices.apply(id.toString()));
        return keys;
    }
}
