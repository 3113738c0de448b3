package org.driftscope.figure.raster;

/** What a pixel shows that stands for several cells. Cells without a number are left out. */
public enum Reduction {
    /** The mean of the cells. */
    MEAN("mean"),
    /** The value of the cell furthest from zero, with its sign, so that no single outlier is lost. */
    MAX_ABS_CHANGE("largest");

    private final String title;

    Reduction(String title) {
        this.title = title;
    }

    /** Its name in a sentence. */
    public String title() {
        return title;
    }
}
