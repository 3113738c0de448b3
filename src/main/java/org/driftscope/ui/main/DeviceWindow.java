package org.driftscope.ui.main;

import javafx.scene.Parent;
import javafx.stage.Window;
import org.driftscope.ui.settings.DeviceCardPane;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.theme.Theme;

/** The window that says what is known of the cells; it follows the settings while it is open. */
final class DeviceWindow {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 660;

    private final SideWindow window;

    DeviceWindow(Window owner, Appearance looks, SettingsViewModel settings, BackgroundRunner runner) {
        window = new SideWindow(
                owner, looks, "Driftscope: cells", WIDTH, HEIGHT, () -> content(looks, settings, runner));
    }

    private static Parent content(Appearance looks, SettingsViewModel settings, BackgroundRunner runner) {
        DeviceCardPane pane = new DeviceCardPane(settings, runner);
        pane.darkProperty().bind(looks.themeProperty().map(theme -> theme == Theme.DARK));
        pane.textScaleProperty().bind(looks.scaleProperty());
        return pane;
    }

    void show() {
        window.show();
    }
}
