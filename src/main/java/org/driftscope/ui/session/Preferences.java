package org.driftscope.ui.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param openedCards names of the cards of settings that show all they hold
 * @param recoveryAcross what the recovery chart shows across, by name
 * @param tourOffered whether the tour was offered once
 * @param lessons how many steps of each lesson were gone through
 * @param presenting how it was presented last; null for never
 */
public record Preferences(
        Theme theme,
        double scale,
        @Nullable Bounds bounds,
        boolean maximized,
        List<Double> dividers,
        boolean leftShown,
        boolean rightShown,
        List<String> recent,
        List<String> openedCards,
        String recoveryAcross,
        boolean tourOffered,
        Map<String, Integer> lessons,
        @Nullable Presenting presenting) {
    /** How many recent files are worth a menu. */
    public static final int MOST_RECENT = 10;

    /** Where a window is, in screen units. */
    public record Bounds(double x, double y, double width, double height) {}

    /**
     * How the window is presented.
     *
     * @param panels names of those that are shown
     * @param scale of the type, 1 is normal
     * @param pointer whether a spot follows the mouse
     * @param askFirst whether numbers are covered until they are asked for
     */
    public record Presenting(List<String> panels, double scale, boolean pointer, boolean askFirst) {
        public Presenting {
            panels = List.copyOf(panels);
        }
    }

    public Preferences {
        dividers = List.copyOf(dividers);
        recent = recent.stream().filter(Preferences::isPath).toList();
        // files of older versions have none
        openedCards = List.copyOf(Objects.requireNonNullElse(openedCards, List.of()));
        recoveryAcross = Objects.requireNonNullElse(recoveryAcross, "");
        lessons = Map.copyOf(Objects.requireNonNullElse(lessons, Map.of()));
    }

    /** The file may be of another system. */
    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    public static Preferences first() {
        return new Preferences(
                Theme.LIGHT, 1, null, false, List.of(), true, true, List.of(), List.of(), "", false, Map.of(), null);
    }
}
