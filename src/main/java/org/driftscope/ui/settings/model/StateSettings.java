package org.driftscope.ui.settings.model;

import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.ui.state.ExplorerState;

/** The settings of an experiment in the window's state. */
final class StateSettings {
    private StateSettings() {}

    /** The window's settings; its ticks stand for the choice of layers to calibrate. */
    static ExperimentSpec spec(ExplorerState state) {
        return new ExperimentSpec(state.chip(), state.drifting(), LayerChoice.all(), state.calibration());
    }

    /** A value; an on/off ratio is infinite here where files say 0. */
    static Object read(ExplorerState state, Setting setting) {
        return setting.equals(DeviceSettings.ON_OFF) ? DeviceRange.onOff(state) : setting.read(spec(state));
    }

    /**
     * The state with another value. Where files refuse two that exclude each other, here the later one counts.
     *
     * @throws org.driftscope.support.SpecException if it is out of range
     */
    static ExplorerState write(ExplorerState state, Setting setting, Object value) {
        if (setting.equals(DeviceSettings.G_MAX)) {
            return DeviceRange.with(state, (double) value, DeviceRange.onOff(state));
        }
        if (setting.equals(DeviceSettings.ON_OFF)) {
            return DeviceRange.with(state, state.chip().crossbar().range().gMaxUs(), (double) value);
        }
        if (setting.equals(Settings.of(MethodSetting.FACTORY_IMAGES))) {
            return state.withFactoryImages(((Long) value).intValue());
        }
        if (setting.equals(Settings.STATISTICS)) {
            return state.withStatistics(value.equals(Settings.NO_STATISTICS) ? "" : value.toString());
        }
        ExperimentSpec changed = setting.write(spec(state), value);
        return state.withChip(changed.chip())
                .withDrifting(changed.driftedLayers())
                .withCalibration(changed.calibration());
    }
}
