package org.driftscope.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.support.text.Wording;
import org.driftscope.ui.control.ListWords;
import org.jspecify.annotations.Nullable;

/** The field of one setting of a layer: empty where it is as the chip has it, which it says in grey. */
final class OwnValue {
    private static final List<Setting> IN_PERCENT = List.of(DriftSettings.DRIFT, DeviceSettings.PROGRAMMING_ERROR);
    private static final Map<Setting, String> ZERO = Map.of(
            DeviceSettings.LEVELS,
            "continuous",
            DeviceSettings.ON_OFF,
            "\u221e",
            Settings.of(CircuitSettings.DAC_BITS),
            "ideal",
            Settings.of(CircuitSettings.ADC_BITS),
            "ideal");
    private static final List<Setting> IN_BITS =
            List.of(Settings.of(CircuitSettings.DAC_BITS), Settings.of(CircuitSettings.ADC_BITS));
    private static final double CENT = 100;

    private final Setting setting;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final Control node;

    private OwnValue(Setting setting, Object ofChip, @Nullable Object own) {
        this.setting = setting;
        this.node = setting.kind() == Setting.Kind.TEXT ? list(ofChip, own) : field(ofChip);
        node.setId("layer-" + setting.option());
        node.setMaxWidth(Double.MAX_VALUE);
        text.set(own == null ? "" : words(own));
    }

    /** @param own the value that the layers have; null where it is the chip's */
    static OwnValue of(Setting setting, Object ofChip, @Nullable Object own) {
        return new OwnValue(setting, ofChip, own);
    }

    private TextField field(Object ofChip) {
        TextField field = new TextField();
        field.setPromptText("chip: " + words(ofChip));
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private ComboBox<String> list(Object ofChip, @Nullable Object own) {
        ComboBox<String> box = new ComboBox<>();
        List<String> values = new ArrayList<>(List.of(""));
        values.addAll(
                setting.equals(DeviceSettings.DEVICE)
                        ? DeviceKinds.ids()
                        : setting.words().choices().keySet());
        for (Object also : own == null ? List.of(ofChip) : List.of(ofChip, own)) {
            if (!values.contains(also.toString())) {
                values.add(also.toString());
            }
        }
        box.setConverter(new ListWords<>(
                value -> value.isEmpty() ? "As the chip: " + choice(ofChip.toString()) : choice(value)));
        box.getItems().setAll(values);
        box.valueProperty().bindBidirectional(text);
        return box;
    }

    private String choice(String value) {
        return setting.equals(DeviceSettings.DEVICE)
                ? DeviceKinds.brief(value)
                : setting.words().choice(value);
    }

    /** With the unit that its numbers have. */
    String label() {
        String unit = IN_PERCENT.contains(setting) ? ", %" : IN_BITS.contains(setting) ? ", bits" : "";
        return setting.words().label() + unit;
    }

    Control node() {
        return node;
    }

    StringProperty textProperty() {
        return text;
    }

    private String words(Object value) {
        if (!(value instanceof Number number)) {
            return value.toString();
        }
        String zero = ZERO.get(setting);
        if (zero != null && number.doubleValue() == 0) {
            return zero;
        }
        return Wording.plain(IN_PERCENT.contains(setting) ? number.doubleValue() * CENT : number.doubleValue());
    }

    /** Empty where it is as the chip has it. @throws SpecException if what stands there is no value */
    Optional<Object> value() {
        String word = text.get() == null ? "" : text.get().strip();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        boolean isZero = word.equalsIgnoreCase(ZERO.get(setting));
        Object value = setting.parse(isZero ? "0" : word.replaceFirst("\\s*(%|bits?)$", ""));
        return Optional.of(IN_PERCENT.contains(setting) ? (Object) ((double) value / CENT) : value);
    }
}
