package org.driftscope.ui.heatmap.model;

import java.util.Locale;

/** The linked maps, from left to right. */
public enum MapKind {
    TARGET("Target", "What the cells were meant to hold"),
    DRIFTED("Drifted", "What the cells hold after drift"),
    CHANGE("Change", "Drifted minus target"),
    RESIDUAL(
            "Residual",
            "Effective weight with the adapter minus clean weight, in the unit and colours of the change;"
                    + " in views of single cells, as the difference of a weight's two cells");

    private final String title;
    private final String meaning;

    MapKind(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    /** One sentence for the tooltip. */
    public String meaning() {
        return meaning;
    }

    /** Its part in node ids. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
