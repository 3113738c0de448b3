package org.driftscope.io.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.io.yaml.SpecFileException;
import org.driftscope.io.yaml.YamlList;
import org.driftscope.io.yaml.YamlMap;
import org.driftscope.io.yaml.YamlNode;
import org.driftscope.io.yaml.YamlSweep;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.SpecException;

/** Values of settings in a file, as each kind of setting is written. */
public final class SettingValues {
    private SettingValues() {}

    /**
     * The one value that a file gives a setting. Devices are those that need no file.
     *
     * @throws SpecFileException if it is of another kind, or several
     */
    public static Object one(Setting setting, YamlNode node) {
        List<Object> values;
        try {
            values = of(setting, node, DevicePaths.listed());
        } catch (SpecException | DataFormatException e) {
            throw node.place().error(e.userMessage());
        } catch (SpecFileException e) {
            throw new SpecFileException(e.userMessage() + takes(setting));
        }
        if (values.size() != 1) {
            throw node.place().error("'" + setting.name() + "' is given " + values.size() + " values; give one");
        }
        return values.get(0);
    }

    /** What a setting takes, as the end of a message. */
    static String takes(Setting setting) {
        return " '" + setting.name() + "' takes " + setting.kind().words() + ": " + setting.allowed() + ".";
    }

    /**
     * What a file gives a setting: one value, or those it is swept over.
     *
     * @param devices that the file names
     */
    static List<Object> of(Setting setting, YamlNode node, DevicePaths devices) {
        List<Object> values = new ArrayList<>();
        switch (setting.kind()) {
            case INTEGER -> values.addAll(YamlSweep.integers(node, Long.MIN_VALUE, Long.MAX_VALUE));
            case REAL -> values.addAll(
                    node instanceof YamlMap
                            ? numbers(node)
                            : setting.reading()
                                    .map(words -> inWords(node, words))
                                    .orElseGet(() -> numbers(node)));
            case FLAG -> node.oneOrMore()
                    .forEach(item -> values.add(item.scalar().flag()));
            case TEXT -> node.oneOrMore()
                    .forEach(item -> values.add(text(setting, item.scalar().text(), devices)));
            case NAMES -> values.addAll(nameLists(node));
            case RULES -> values.addAll(LayerRuleYaml.read(node, devices));
        }
        return values;
    }

    /** A device may be a file, which settings know by its name and its content. */
    private static String text(Setting setting, String text, DevicePaths devices) {
        return setting.equals(DeviceSettings.DEVICE) ? devices.id(text) : text;
    }

    private static List<Double> numbers(YamlNode node) {
        return YamlSweep.reals(node, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static List<Double> inWords(YamlNode node, Function<String, Double> words) {
        return node.oneOrMore().stream()
                .map(item -> words.apply(item.scalar().text()))
                .toList();
    }

    /** One list of names, or a list of such lists to sweep over. */
    private static List<List<String>> nameLists(YamlNode node) {
        boolean isSweep = node instanceof YamlList list
                && !list.items().isEmpty()
                && list.items().stream().allMatch(YamlList.class::isInstance);
        return isSweep ? node.oneOrMore().stream().map(SettingValues::names).toList() : List.of(names(node));
    }

    /** An empty list is a value of its own: all layers. */
    private static List<String> names(YamlNode node) {
        if (node instanceof YamlList list && list.items().isEmpty()) {
            return List.of();
        }
        return node.oneOrMore().stream().map(item -> item.scalar().text()).toList();
    }
}
