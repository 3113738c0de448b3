package org.driftscope.ui.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.LayerRule;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.SpecException;
import org.driftscope.ui.state.StateHistory;
import org.jspecify.annotations.Nullable;

/** Settings that some layers have in place of the chip's. */
final class LayerSettingsModel {
    /** Those that one asks for layer by layer; files and the command line take the others as well. */
    static final List<Setting> SHOWN = List.of(
            DeviceSettings.DEVICE,
            DriftSettings.DRIFT,
            DeviceSettings.MAPPING,
            DeviceSettings.ON_OFF,
            DeviceSettings.LEVELS,
            DeviceSettings.PROGRAMMING_ERROR,
            DeviceSettings.TILE,
            Settings.of(CircuitSettings.DAC_BITS),
            Settings.of(CircuitSettings.ADC_BITS));

    private final StateHistory history;
    private final ReadOnlyObjectWrapper<Map<String, LayerRule>> own =
            new ReadOnlyObjectWrapper<>(this, "own", Map.of());
    private @Nullable Network network;

    /**
     * What some layers have of their own.
     *
     * @param digital whether all of them are off the chip
     * @param values that all of them have
     * @param differing settings that they have different values of
     */
    record Common(boolean digital, Map<Setting, Object> values, List<Setting> differing) {}

    LayerSettingsModel(StateHistory history) {
        this.history = history;
        history.stateProperty().map(state -> state.chip()).subscribe(chip -> follow());
    }

    /** Another network's layers are meant from now on. */
    void show(Network opened) {
        network = opened;
        follow();
    }

    private void follow() {
        Network open = network;
        ChipSpec chip = history.get().chip();
        Map<String, LayerRule> found = new LinkedHashMap<>();
        if (open != null && !chip.perLayer().isEmpty()) {
            for (AnalogLayer layer : open.analogLayers()) {
                LayerRules.own(chip, layer.name(), open).ifPresent(rule -> found.put(layer.name(), rule));
            }
        }
        own.set(found);
    }

    /** The layers that differ from the chip, by name. */
    ReadOnlyObjectProperty<Map<String, LayerRule>> ownProperty() {
        return own.getReadOnlyProperty();
    }

    /** What the chip itself has. */
    Object ofChip(Setting setting) {
        return setting.read(ExperimentSpec.of(history.get().chip(), CalibrationSpec.defaults()));
    }

    /** What some layers have. */
    Common of(List<String> layers) {
        Map<String, LayerRule> all = own.get();
        Map<Setting, Object> values = new LinkedHashMap<>();
        List<Setting> differing = LayerRule.settings().stream()
                .filter(setting -> {
                    List<Optional<Object>> found = layers.stream()
                            .map(layer -> Optional.ofNullable(all.get(layer))
                                    .map(rule -> rule.values().get(setting.name())))
                            .distinct()
                            .toList();
                    if (found.size() == 1) {
                        found.get(0).ifPresent(value -> values.put(setting, value));
                    }
                    return found.size() > 1;
                })
                .toList();
        boolean digital = layers.stream()
                .allMatch(layer -> all.containsKey(layer)
                        && Objects.requireNonNull(all.get(layer)).digital());
        return new Common(digital, values, differing);
    }

    /** Why layers cannot have such settings, a sentence; "" where they can. */
    String refusal(List<String> layers, boolean digital, Map<Setting, Object> values) {
        try {
            rule(layers, digital, values)
                    .ifPresent(rule -> LayerRules.PER_LAYER.write(
                            ExperimentSpec.of(history.get().chip(), CalibrationSpec.defaults()), List.of(rule.text())));
            return "";
        } catch (SpecException e) {
            return e.userMessage();
        }
    }

    /** Gives layers settings of their own, as one step of undo; where there are none they are as the chip. */
    void set(List<String> layers, boolean digital, Map<Setting, Object> values) {
        Network open = network;
        if (open != null) {
            history.step(
                    LayerRules.PER_LAYER.words().inside(),
                    state -> state.withPerLayer(
                            LayerRules.with(state.chip(), open, layers, rule(layers, digital, values))));
        }
    }

    private static Optional<LayerRule> rule(List<String> layers, boolean digital, Map<Setting, Object> values) {
        Map<String, Object> named = new LinkedHashMap<>();
        values.forEach((setting, value) -> named.put(setting.name(), value));
        return digital || !named.isEmpty() ? Optional.of(new LayerRule(layers, digital, named)) : Optional.empty();
    }

    /** Those of some values that the window does not show: they stay as they are. */
    static Map<Setting, Object> hidden(Map<Setting, Object> values) {
        Map<Setting, Object> hidden = new LinkedHashMap<>(values);
        hidden.keySet().removeAll(SHOWN);
        return hidden;
    }

    /** Names of the layers in the order of execution. */
    List<String> ordered(List<String> layers) {
        return network == null
                ? layers
                : network.analogLayers().stream()
                        .map(AnalogLayer::name)
                        .filter(layers::contains)
                        .toList();
    }
}
