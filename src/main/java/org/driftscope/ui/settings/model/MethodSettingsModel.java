package org.driftscope.ui.settings.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;

/** The settings that only some methods look at, one property a setting. */
public final class MethodSettingsModel {
    private final Map<MethodSetting, DoubleProperty> properties = new LinkedHashMap<>();

    MethodSettingsModel(StateHistory history) {
        for (MethodSetting setting : MethodSetting.all()) {
            DoubleProperty property = new SimpleDoubleProperty(this, setting.id());
            SettingTie.tie(
                    history,
                    setting.label().toLowerCase(Locale.ROOT),
                    property,
                    state -> state.calibration().settings().get(setting),
                    (state, value) -> with(state, setting, value.doubleValue()));
            properties.put(setting, property);
        }
    }

    /** Factory images and a file of statistics exclude each other, whichever comes last. */
    static ExplorerState with(ExplorerState state, MethodSetting setting, double value) {
        return setting.equals(MethodSetting.FACTORY_IMAGES)
                ? state.withFactoryImages((int) value)
                : state.withCalibration(state.calibration()
                        .withSettings(state.calibration().settings().with(setting, value)));
    }

    /** 1 and 0 for a switch. @throws IllegalArgumentException for one that is not in the list */
    public DoubleProperty property(MethodSetting setting) {
        DoubleProperty property = properties.get(setting);
        if (property == null) {
            throw new IllegalArgumentException(setting.id());
        }
        return property;
    }
}
