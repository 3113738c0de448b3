package org.driftscope.cost;

/** A figure the cost model rests on: default, range in the literature, and source. */
public enum CostQuantity {
    RRAM_PULSE_ENERGY("RRAM write energy", "pJ a pulse", 2, 0.1, 10, "MNSIM 2.0 device defaults; PUMA (ASPLOS 2019)"),
    RRAM_ROW_TIME(
            "RRAM row write time", "ns a pulse", 85.7, 10, 100, "PUMA (ASPLOS 2019): 10.97 µs for 128 rows; MNSIM 2.0"),
    RRAM_PULSES_PER_CELL(
            "Pulses per cell, write-verify", "pulses", 16, 10, 121, "Milo et al., IRPS 2021 (ISPVA; IGVVA)"),
    RRAM_ENDURANCE(
            "RRAM endurance",
            "writes",
            1e6,
            1e4,
            1e12,
            "Wen et al., Science 2024 and works cited there; 1e12 best TaOx"),
    RRAM_PARALLEL_ROWS("RRAM rows written at once", "rows", 1, 1, 4096, "choice: one write circuit"),
    SRAM_BIT_ENERGY("SRAM write energy", "fJ a bit", 1.6, 1.6, 1.6, "MNSIM 2.0, 28 nm"),
    SRAM_WORD_TIME("SRAM word write time", "ns", 1, 0.3, 2, "assumption: a typical on-chip macro"),
    SRAM_PARALLEL_WORDS("SRAM words written at once", "words", 1, 1, 1024, "choice: one port"),
    BITS_PER_PARAMETER("Bits per adapter parameter", "bits", 16, 8, 32, "choice"),
    CALIBRATIONS_PER_DAY("Calibrations a day", "1/day", 24, 0.01, 1e5, "choice");

    private final String label;
    private final String unit;
    private final double standard;
    private final double low;
    private final double high;
    private final String source;

    CostQuantity(String label, String unit, double standard, double low, double high, String source) {
        this.label = label;
        this.unit = unit;
        this.standard = standard;
        this.low = low;
        this.high = high;
        this.source = source;
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** The default. */
    public double standard() {
        return standard;
    }

    /** Lowest figure in the literature; of a choice, the least that is usual. */
    public double low() {
        return low;
    }

    /** Highest figure in the literature; of a choice, the most that is usual. */
    public double high() {
        return high;
    }

    public String source() {
        return source;
    }

    /** Whether it is for a designer to choose; the others are what publications say of devices. */
    public boolean isChoice() {
        return switch (this) {
            case RRAM_PARALLEL_ROWS, SRAM_PARALLEL_WORDS, BITS_PER_PARAMETER, CALIBRATIONS_PER_DAY -> true;
            default -> false;
        };
    }
}
