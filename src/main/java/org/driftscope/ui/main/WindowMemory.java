package org.driftscope.ui.main;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;
import org.driftscope.ui.session.Preferences;
import org.driftscope.ui.session.Preferences.Bounds;
import org.driftscope.ui.session.PreferencesFile;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.theme.Appearance;
import org.jspecify.annotations.Nullable;

/** Brings back how the window was when it was last closed. */
final class WindowMemory {
    private static final double VISIBLE = 100;

    private final PreferencesFile file;

    WindowMemory(PreferencesFile file) {
        this.file = file;
    }

    void restore(MainWindow window, Appearance looks, StateHistory history) {
        Preferences preferences = file.read();
        looks.themeProperty().set(preferences.theme());
        looks.scaleProperty().set(preferences.scale());
        window.recent().setAll(preferences.recent());
        window.panels().leftShownProperty().set(preferences.leftShown());
        window.panels().rightShownProperty().set(preferences.rightShown());
        window.panels().setDividers(preferences.dividers());
        history.amend(state -> state.withCosts(figures(preferences.costFigures())));
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

    /** Figures that a newer version does not know, or that make no sense, are left at their default. */
    private static CostAssumptions figures(Map<String, Double> kept) {
        CostAssumptions figures = CostAssumptions.defaults();
        for (CostQuantity quantity : CostQuantity.values()) {
            Double value = kept.get(quantity.name());
            if (value != null && value > 0 && !value.isInfinite()) {
                figures = figures.with(quantity, value);
            }
        }
        return figures;
    }

    private static Map<String, Double> byName(CostAssumptions figures) {
        Map<String, Double> names = new LinkedHashMap<>();
        figures.changed().forEach((quantity, value) -> names.put(quantity.name(), value));
        return names;
    }

    /** What another window opened meanwhile comes after what this one did. */
    private static List<String> recent(List<String> here, List<String> elsewhere) {
        return Stream.concat(here.stream(), elsewhere.stream())
                .distinct()
                .limit(Preferences.MOST_RECENT)
                .toList();
    }

    void keep(MainWindow window, Appearance looks, CostAssumptions figures) {
        Stage stage = window.stage();
        Preferences before = file.read();
        Bounds bounds = stage.isMaximized() || stage.isIconified()
                ? before.bounds()
                : new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        file.write(new Preferences(
                looks.themeProperty().get(),
                looks.scaleProperty().get(),
                bounds,
                stage.isMaximized(),
                window.panels().dividers(),
                window.panels().leftShownProperty().get(),
                window.panels().rightShownProperty().get(),
                recent(window.recent(), before.recent()),
                byName(figures),
                true));
    }
}
