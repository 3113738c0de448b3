package org.driftscope.io.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.Devices;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.io.yaml.YamlMap;
import org.driftscope.io.yaml.YamlNode;
import org.driftscope.io.yaml.YamlScalar;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.SpecException;

/**
 * The devices that an experiment file names, by its own words: a listed name, or the path of a device file. Settings name the
 * latter by name and content.
 */
record DevicePaths(Map<String, DeviceKind> byWord) {
    /** @throws org.driftscope.io.yaml.SpecFileException if one is neither listed nor a file, with line and column */
    static DevicePaths of(Path file, YamlMap root) {
        Map<String, DeviceKind> devices = new LinkedHashMap<>();
        List<YamlNode> nodes = root.find(DeviceSettings.DEVICE.name()).isPresent()
                ? root.require(DeviceSettings.DEVICE.name()).oneOrMore()
                : List.of();
        for (YamlNode node : nodes) {
            // what is no word is refused with the setting's own sentence
            if (node instanceof YamlScalar word) {
                devices.put(word.text(), opened(word.text(), node, file));
            }
        }
        root.find(LayerRules.PER_LAYER.name()).ifPresent(rules -> LayerRuleYaml.devices(rules)
                .forEach((word, node) -> devices.put(word, opened(word, node, file))));
        return new DevicePaths(devices);
    }

    private static DeviceKind opened(String word, YamlNode node, Path file) {
        try {
            return DeviceFiles.named(word, AtomicFiles.folder(file));
        } catch (SpecException | DataFormatException e) {
            throw node.place().error(e.userMessage());
        }
    }

    /** Those that need no file. */
    static DevicePaths listed() {
        return new DevicePaths(Map.of());
    }

    /** What settings call the device of a word in the file. */
    String id(String word) {
        DeviceKind device = byWord.get(word);
        return device == null ? Devices.listed().named(word).id() : device.id();
    }

    /** Those of files, with what was known before. */
    Devices known(Devices before) {
        Devices known = before;
        for (DeviceKind kind : byWord.values()) {
            known = DeviceKinds.isOfFile(kind.id()) ? known.with(kind) : known;
        }
        return known;
    }
}
