package org.driftscope.ui.presentation;

import java.util.Locale;

/** A part of the window that is shown in front of a class, or left out. */
public enum PresentedPanel {
    KEY_FIGURES("Key figures"),
    MAPS("Maps"),
    CHARTS("Charts"),
    LAYERS("Layers"),
    SETTINGS("Settings");

    private final String label;

    PresentedPanel(String label) {
        this.label = label;
    }

    /** As buttons name it. */
    String label() {
        return label;
    }

    /** Of its button. */
    String id() {
        return "present-" + label.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
