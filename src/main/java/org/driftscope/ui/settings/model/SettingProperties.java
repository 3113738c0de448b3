package org.driftscope.ui.settings.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Setting.Kind;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.ui.state.StateHistory;

/** A property for each setting of the list that a control can show, kept in the history. */
final class SettingProperties {
    private final Map<Setting, DoubleProperty> numbers = new LinkedHashMap<>();
    private final Map<Setting, BooleanProperty> flags = new LinkedHashMap<>();
    private final Map<Setting, StringProperty> words = new LinkedHashMap<>();
    private final StateHistory history;

    SettingProperties(StateHistory history) {
        this.history = history;
        for (Setting setting : Settings.all()) {
            switch (setting.kind()) {
                case REAL, INTEGER -> numbers.put(setting, tiedNumber(setting));
                case FLAG -> flags.put(
                        setting,
                        tied(setting, new SimpleBooleanProperty(this, setting.name()), v -> (Boolean) v, v -> v));
                case TEXT -> words.put(
                        setting,
                        tied(setting, new SimpleStringProperty(this, setting.name()), v -> (String) v, v -> v));
                case NAMES, RULES -> {
                    // chosen in lists of layers
                }
            }
        }
    }

    private DoubleProperty tiedNumber(Setting setting) {
        DoubleProperty property = new SimpleDoubleProperty(this, setting.name());
        Function<Number, Object> value = setting.kind() == Kind.INTEGER ? Number::longValue : Number::doubleValue;
        return tied(setting, property, read -> ((Number) read).doubleValue(), value);
    }

    private <T, P extends Property<T>> P tied(
            Setting setting, P property, Function<Object, T> shown, Function<T, Object> value) {
        SettingTie.tie(
                history,
                setting.words().inside(),
                property,
                state -> shown.apply(StateSettings.read(state, setting)),
                (state, now) -> StateSettings.write(state, setting, value.apply(now)));
        return property;
    }

    DoubleProperty number(Setting setting) {
        return known(numbers, setting);
    }

    BooleanProperty flag(Setting setting) {
        return known(flags, setting);
    }

    StringProperty word(Setting setting) {
        return known(words, setting);
    }

    private static <P> P known(Map<Setting, P> properties, Setting setting) {
        P property = properties.get(setting);
        if (property == null) {
            throw new IllegalArgumentException(setting.name());
        }
        return property;
    }
}
