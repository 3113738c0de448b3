package org.driftscope.experiment.setting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.device.Devices;
import org.driftscope.experiment.setting.Settings.Part;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.SpecException;

/**
 * Settings of some of a chip's layers, in place of the chip's own. Written as {@code conv1,fc:adc-bits=8,tile=64}.
 *
 * @param layers names, * stands for anything; one or more
 * @param digital whether they are computed exactly, not on crossbars
 * @param values by settings' names, in the order in which files list them
 */
public record LayerRule(List<String> layers, boolean digital, Map<String, Object> values) {
    /** The word for layers that are not on crossbars. */
    public static final String DIGITAL = "digital";

    private static final Pattern COLON = Pattern.compile(":(?=([A-Za-z0-9-]+)(=|,|$))");
    private static final Pattern COMMA = Pattern.compile(",(?=[A-Za-z0-9-]+(=|,|$))");

    public LayerRule {
        if (layers.isEmpty() || layers.stream().anyMatch(String::isBlank)) {
            throw refusal("a rule without layers", "of one layer or more, such as conv1,fc:adc-bits=8");
        }
        if (values.isEmpty() && !digital) {
            throw refusal(String.join(",", layers) + " without settings", wanted());
        }
        layers = layers.stream().map(String::strip).toList();
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (Setting setting : settings()) {
            Object value = values.get(setting.name());
            if (value != null) {
                ordered.put(setting.name(), value);
            }
        }
        values = Collections.unmodifiableMap(ordered);
    }

    /** The settings that a layer can have for itself, in the order in which files list them. */
    public static List<Setting> settings() {
        List<Setting> ofWholeChips = List.of(DriftSettings.AGE, DriftSettings.SEED, DriftSettings.DRIFT_LAYERS);
        return Stream.of(Part.DEVICE, Part.CIRCUIT, Part.DRIFT)
                .flatMap(part -> Settings.of(part).stream())
                .filter(setting -> setting.standsFor().isEmpty() && !ofWholeChips.contains(setting))
                .toList();
    }

    /** The setting of that name, as files or as options have it. */
    public static Optional<Setting> setting(String word) {
        return settings().stream()
                .filter(setting ->
                        setting.name().equals(word) || setting.option().equals(word))
                .findFirst();
    }

    /** A rule of layers as its text says it. @throws SpecException if it cannot be read */
    public static LayerRule parse(String text) {
        return parse(text, UnaryOperator.identity());
    }

    /** The same. @param devices what a device's word stands for */
    public static LayerRule parse(String text, UnaryOperator<String> devices) {
        Matcher colon = COLON.matcher(text);
        int split = -1;
        while (colon.find()) {
            if (colon.group(1).equals(DIGITAL) || setting(colon.group(1)).isPresent()) {
                split = split < 0 ? colon.start() : split;
            }
        }
        if (split < 1) {
            throw refusal(text, "LAYERS:NAME=VALUE, such as conv1,fc:adc-bits=8, with " + wanted());
        }
        boolean digital = false;
        Map<String, Object> values = new LinkedHashMap<>();
        for (String part : COMMA.split(text.substring(split + 1))) {
            String[] words = part.split("=", 2);
            Optional<Setting> setting = setting(words[0]);
            if (part.equals(DIGITAL) || part.equals(DIGITAL + "=true")) {
                digital = true;
            } else if (setting.isEmpty() || words.length < 2) {
                throw refusal(part, wanted());
            } else {
                String word = setting.get().equals(DeviceSettings.DEVICE) ? devices.apply(words[1]) : words[1];
                values.put(setting.get().name(), setting.get().parse(word));
            }
        }
        return new LayerRule(List.of(text.substring(0, split).split(",")), digital, values);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return text(UnaryOperator.identity());
    }

    /** The same. @param devices the word for a device */
    public String text(UnaryOperator<String> devices) {
        return String.join(",", layers) + ":" + String.join(",", words(devices));
    }

    private List<String> words(UnaryOperator<String> devices) {
        return Stream.concat(
                        digital ? Stream.of(DIGITAL) : Stream.empty(),
                        values.entrySet().stream().map(entry -> {
                            Setting setting = Settings.named(entry.getKey());
                            String word = word(entry.getValue());
                            boolean device = setting.equals(DeviceSettings.DEVICE);
                            return setting.option() + "=" + (device ? devices.apply(word) : word);
                        }))
                .toList();
    }

    private static String word(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }

    /** What it says of its layers, for people, e.g. "ADC of 8 bits, tile 64". */
    public String told() {
        return Stream.concat(
                        digital ? Stream.of(DIGITAL) : Stream.empty(),
                        values.entrySet().stream().map(entry -> Settings.named(entry.getKey())
                                .words()
                                .sentence()
                                .apply(entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    /** Whether a layer is among those it names. @throws SpecException if a network lacks some that it names */
    boolean isOf(String layer, Network network) {
        return layers.stream().anyMatch(pattern -> matching(pattern, network).contains(layer));
    }

    void requireIn(Network network) {
        layers.forEach(pattern -> matching(pattern, network));
    }

    private List<String> matching(String pattern, Network network) {
        try {
            return new LayerChoice(List.of(pattern)).in(network);
        } catch (SpecException e) {
            String there =
                    network.analogLayers().stream().map(AnalogLayer::name).collect(Collectors.joining(", "));
            throw refusal(text(), "of layers that there are: " + pattern + " is none of " + there);
        }
    }

    /**
     * A layer made as it says; what has no meaning for the layer's device is left aside.
     *
     * @param chip as layers are otherwise
     * @param devices what the names of devices of files mean
     */
    ChipSpec on(ChipSpec chip, Devices devices) {
        ExperimentSpec spec =
                ExperimentSpec.of(chip, CalibrationSpec.defaults()).withDevices(devices);
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            Setting setting = Settings.named(entry.getKey());
            if (setting.matters(spec)) {
                spec = setting.write(spec, entry.getValue());
            }
        }
        return spec.chip();
    }

    /** The device that it gives its layers; empty where they have the chip's. */
    public Optional<String> device() {
        return Optional.ofNullable(values.get(DeviceSettings.DEVICE.name())).map(Object::toString);
    }

    /** The rule that makes of one kind of layer another; empty where they are the same. */
    Optional<LayerRule> between(ChipSpec from, ChipSpec to) {
        ExperimentSpec wanted = ExperimentSpec.of(to, CalibrationSpec.defaults());
        Devices devices = Devices.of(Stream.of(to.drift()));
        ExperimentSpec spec =
                ExperimentSpec.of(from, CalibrationSpec.defaults()).withDevices(devices);
        Map<String, Object> changes = new LinkedHashMap<>();
        for (Setting setting : settings()) {
            Object value = setting.read(wanted);
            if (setting.matters(wanted) && !value.equals(setting.read(spec))) {
                changes.put(setting.name(), value);
                spec = setting.write(spec, value);
            }
        }
        return changes.isEmpty() && !digital ? Optional.empty() : Optional.of(new LayerRule(layers, digital, changes));
    }

    private static String wanted() {
        return DIGITAL + ", or settings of a layer: "
                + String.join(", ", settings().stream().map(Setting::option).toList());
    }

    static SpecException refusal(Object value, String allowed) {
        return new SpecException(LayerRules.NAME, value, allowed);
    }
}
