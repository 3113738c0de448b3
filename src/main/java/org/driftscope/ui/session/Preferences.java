package org.driftscope.ui.session;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers from one start to the next.
 *
 * @param theme light or dark
 * @param scale of the window, 1 is normal
 * @param bounds of the window; null before the first time
 * @param maximized whether it fills the screen
 * @param dividers positions of the splitters, 0 to 1, in the window's order
 * @param leftShown whether the layers are shown
 * @param rightShown whether the settings are shown
 * @param recent paths of files opened last, newest first
 */
public record Preferences(
        Theme theme,
        double scale,
        @Nullable Bounds bounds,
        boolean maximized,
        List<Double> dividers,
        boolean leftShown,
        boolean rightShown,
        List<String> recent) {
    private static final int MOST_RECENT = 10;

    /** Where a window is, in screen units. */
    public record Bounds(double x, double y, double width, double height) {}

    public Preferences {
        dividers = List.copyOf(dividers);
        recent = List.copyOf(recent);
    }

    public static Preferences first() {
        return new Preferences(Theme.LIGHT, 1, null, false, List.of(), true, true, List.of());
    }

    /** The same with a file at the head of the recent ones. */
    public Preferences withRecent(String path) {
        List<String> newRecent = new ArrayList<>();
        newRecent.add(path);
        recent.stream()
                .filter(other -> !other.equals(path))
                .limit(MOST_RECENT - 1L)
                .forEach(newRecent::add);
        return new Preferences(theme, scale, bounds, maximized, dividers, leftShown, rightShown, newRecent);
    }
}
