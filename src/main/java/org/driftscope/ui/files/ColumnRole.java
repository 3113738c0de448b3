package org.driftscope.ui.files;

/** What a column of a table of measurements is. */
public enum ColumnRole {
    LEFT_OUT("Left out"),
    CELL("Cell"),
    TIME("Time"),
    CONDUCTANCE("Conductance"),
    RESISTANCE("Resistance"),
    TARGET("Target or first value");

    private final String label;

    ColumnRole(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
