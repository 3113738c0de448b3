package org.driftscope;

import java.util.Locale;
import java.util.Map;

/** Whether a window can be shown at all. */
final class Display {
    private Display() {}

    static boolean isThere() {
        return isThere(System.getProperty("os.name", ""), System.getenv(), System.getProperty("glass.platform", ""));
    }

    /** On Linux an X11 or Wayland display must be named; elsewhere there always is one. */
    static boolean isThere(String system, Map<String, String> environment, String glassPlatform) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win") || name.contains("mac") || glassPlatform.equals("Monocle")) {
            return true;
        }
        return !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }
}
