package org.driftscope.ui.main;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.RecoveryAcross;
import org.driftscope.ui.session.Preferences;
import org.driftscope.ui.session.Preferences.Bounds;
import org.driftscope.ui.session.PreferencesFile;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.driftscope.ui.theme.Appearance;
import org.jspecify.annotations.Nullable;

/** Brings back how the window was when it was last closed. */
final class WindowMemory {
    private static final double VISIBLE = 100;

    private final PreferencesFile file;

    WindowMemory(PreferencesFile file) {
        this.file = file;
    }

    void restore(MainWindow window, Appearance looks, SettingsViewModel settings, ChartsViewModel charts) {
        Preferences preferences = file.read();
        looks.themeProperty().set(preferences.theme());
        looks.scaleProperty().set(preferences.scale());
        window.recent().setAll(preferences.recent());
        window.panels().leftShownProperty().set(preferences.leftShown());
        window.panels().rightShownProperty().set(preferences.rightShown());
        window.panels().setDividers(preferences.dividers());
        settings.open(preferences.openedCards());
        charts.recoveryAcrossProperty().set(RecoveryAcross.named(preferences.recoveryAcross()));
        window.lessons().remember(preferences.lessons());
        window.presentation().remember(preferences.presenting());
        if (!preferences.tourOffered()) {
            window.offer().offer();
        }
        place(window.stage(), preferences.bounds(), preferences.maximized());
    }

    /** A window that was on a screen that is gone comes up where the system puts it. */
    private static void place(Stage stage, @Nullable Bounds bounds, boolean maximized) {
        AskedSize.of(stage, bounds == null || isGone(bounds) ? middle(stage) : bounds);
        stage.setMaximized(maximized);
    }

    private static boolean isGone(Bounds bounds) {
        return Screen.getScreensForRectangle(bounds.x(), bounds.y(), VISIBLE, VISIBLE)
                .isEmpty();
    }

    /** The size that the scene asks for, in the middle of the first screen. */
    private static Bounds middle(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = stage.getScene().getWidth();
        double height = stage.getScene().getHeight();
        return new Bounds(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 3,
                width,
                height);
    }

    /** What another window opened meanwhile comes after what this one did. */
    private static List<String> recent(List<String> here, List<String> elsewhere) {
        return Stream.concat(here.stream(), elsewhere.stream())
                .distinct()
                .limit(Preferences.MOST_RECENT)
                .toList();
    }

    void keep(MainWindow window, Appearance looks, SettingsViewModel settings, ChartsViewModel charts) {
        Stage stage = window.stage();
        Preferences before = file.read();
        boolean maximized = window.presenting().maximized();
        Bounds bounds = maximized || stage.isIconified()
                ? before.bounds()
                : window.presenting().bounds();
        window.presentation().leave();
        file.write(new Preferences(
                looks.themeProperty().get(),
                looks.scaleProperty().get(),
                bounds,
                maximized,
                window.panels().dividers(),
                window.panels().leftShownProperty().get(),
                window.panels().rightShownProperty().get(),
                recent(window.recent(), before.recent()),
                settings.opened(),
                charts.recoveryAcrossProperty().get().name(),
                true,
                window.lessons().progress(),
                window.presentation().choice()));
    }
}
