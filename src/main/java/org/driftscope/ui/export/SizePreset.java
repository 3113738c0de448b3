package org.driftscope.ui.export;

import org.driftscope.figure.export.ExportSize;

/** Where a figure is going to be used. */
public enum SizePreset {
    ONE_COLUMN("Paper, one column", ExportSize.ONE_COLUMN),
    TWO_COLUMN("Paper, two columns", ExportSize.TWO_COLUMN),
    SLIDE("Slide", ExportSize.SLIDE);

    private final String label;
    private final ExportSize size;

    SizePreset(String label, ExportSize size) {
        this.label = label;
        this.size = size;
    }

    /** The size that comes with it; width and height may be changed, texts and lines stay. */
    public ExportSize size() {
        return size;
    }

    @Override
    public String toString() {
        return label;
    }
}
