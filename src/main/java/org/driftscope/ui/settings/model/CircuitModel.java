package org.driftscope.ui.settings.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;

/** The circuit around the cells, one property a setting. */
public final class CircuitModel {
    private final Map<CircuitSetting, DoubleProperty> properties = new LinkedHashMap<>();

    CircuitModel(StateHistory history) {
        for (CircuitSetting setting : CircuitSettings.all()) {
            DoubleProperty property = new SimpleDoubleProperty(this, setting.id());
            SettingTie.tie(
                    history,
                    setting.label().toLowerCase(Locale.ROOT),
                    property,
                    s -> s.chip().crossbar().circuit().get(setting),
                    (s, value) -> with(s, setting, value.doubleValue()));
            properties.put(setting, property);
        }
    }

    static ExplorerState with(ExplorerState state, CircuitSetting setting, double value) {
        CrossbarSpec crossbar = state.chip().crossbar();
        return state.withCrossbar(crossbar.withCircuit(crossbar.circuit().with(setting, value)));
    }

    /** 0 where the circuit is ideal in that respect. @throws IllegalArgumentException for one that is not in the list */
    public DoubleProperty property(CircuitSetting setting) {
        DoubleProperty property = properties.get(setting);
        if (property == null) {
            throw new IllegalArgumentException(setting.id());
        }
        return property;
    }
}
