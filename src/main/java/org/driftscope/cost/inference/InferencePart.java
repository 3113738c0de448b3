package org.driftscope.cost.inference;

/** What an inference is made of. */
public enum InferencePart {
    /** Reads of the cells. */
    CELLS("crossbar cells"),
    /** What drives the rows. */
    DACS("DACs"),
    /** What reads the columns. */
    ADCS("ADCs"),
    /** A correction's parameters, read from SRAM. */
    SRAM("SRAM reads"),
    /** A correction's multiply-accumulates. */
    ARITHMETIC("adapter arithmetic");

    private final String label;

    InferencePart(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
