package org.driftscope.ui.settings.model;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.setting.Settings.Part;
import org.driftscope.support.SpecException;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.state.ExplorerState;

/** All settings of the window that have a default: what differs from it, in words, and the way back. */
public final class SettingCatalogue {
    private static final List<SettingEntry<?>> ALL = all();

    private SettingCatalogue() {}

    private static List<SettingEntry<?>> all() {
        List<SettingEntry<?>> all = new ArrayList<>();
        all.add(SettingEntry.of(
                "preprocessing",
                Group.IMAGES,
                ExplorerState::preparation,
                ExplorerState::withPreparation,
                wish -> "preprocessing "
                        + (wish.isNone()
                                ? "chosen automatically"
                                : wish.preset() == null ? "of own numbers" : wish.preset())));
        // first, since it brings a range with it
        all.add(SettingEntry.of(
                DeviceSettings.DEVICE.option(),
                Group.DEVICE,
                s -> DeviceKinds.of(s.chip().drift()),
                ExplorerState::withDevice,
                DeviceKind::name));
        add(all, Group.DEVICE, Part.DEVICE);
        add(all, Group.DEVICE, Part.LAYERS);
        add(all, Group.CIRCUIT, Part.CIRCUIT);
        add(all, Group.DRIFT, Part.DRIFT);
        add(all, Group.CALIBRATION, Part.CALIBRATION);
        return List.copyOf(all);
    }

    /** Without those that stand for others, and the layers to calibrate, which are ticked. */
    private static void add(List<SettingEntry<?>> all, Group group, Part part) {
        Settings.of(part).stream()
                .filter(setting -> setting.standsFor().isEmpty()
                        && !setting.equals(DeviceSettings.DEVICE)
                        && !setting.equals(CalibrationSettings.LAYERS))
                .forEach(setting -> all.add(SettingEntry.of(group, setting)));
    }

    /** Whether a setting takes a number in a state. */
    public static boolean takes(Setting setting, ExplorerState state, double number) {
        boolean whole = setting.kind() == Setting.Kind.INTEGER;
        if (Double.isNaN(number) || whole && number != Math.rint(number)) {
            return false;
        }
        try {
            StateSettings.write(state, setting, whole ? (Object) (long) number : (Object) number);
            return true;
        } catch (SpecException e) {
            return false;
        }
    }

    /** The row of a setting of the list. */
    public static SettingEntry<?> of(Setting setting) {
        return of(setting.option());
    }

    /** The setting of a row. @throws IllegalArgumentException if there is none of that id */
    public static SettingEntry<?> of(String id) {
        return ALL.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    /** Those of a card that mean something and are not at their default. */
    static List<SettingEntry<?>> changed(Group group, ExplorerState state) {
        ExplorerState usual = ExplorerState.first();
        return ALL.stream()
                .filter(entry -> entry.group() == group && entry.shown().test(state) && entry.differs(state, usual))
                .toList();
    }

    /** All of a card at their defaults. */
    static ExplorerState reset(Group group, ExplorerState state) {
        ExplorerState usual = ExplorerState.first();
        ExplorerState reset = state;
        for (SettingEntry<?> entry : changed(group, state)) {
            reset = entry.copy(reset, usual);
        }
        return reset;
    }

    /** The values that one state has and another had not, in words; of what the later one looks at. */
    public static List<String> changes(ExplorerState before, ExplorerState after) {
        return ALL.stream()
                .filter(entry -> entry.shown().test(after) && entry.differs(before, after))
                .map(entry -> entry.tell(after))
                .toList();
    }
}
