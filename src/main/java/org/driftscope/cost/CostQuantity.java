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
    CALIBRATIONS_PER_DAY("Calibrations a day", "1/day", 24, 0.01, 1e5, "choice"),

    INPUT_BITS("Input bits where DACs are ideal", "bits", 8, 1, 16, "choice"),
    INPUT_BITS_PER_READ("Input bits a read", "bits", 1, 1, 8, "choice: 1-bit DACs, bit by bit, as ISAAC (ISCA 2016)"),
    CONVERSIONS_PER_PRODUCT(
            "ADC conversions a product", "conversions", 1, 1, 16, "choice: all input bits summed before, as simulated"),
    ADC_BITS("ADC bits where ADCs are ideal", "bits", 8, 1, 16, "choice"),
    ADCS_PER_TILE("ADCs a tile", "ADCs", 1, 1, 512, "choice: as ISAAC (ISCA 2016)"),
    CELL_READ_ENERGY(
            "RRAM read energy",
            "fJ a cell and read",
            1.83,
            1.83,
            200,
            "PUMA, ISAAC: 30 pJ for 128 × 128 cells (derived); 0.2 V on 50 µS for 100 ns (derived)"),
    CELL_READ_TIME("RRAM read time", "ns", 100, 100, 100, "ISAAC (ISCA 2016), PUMA (ASPLOS 2019)"),
    DAC_ENERGY(
            "1-bit DAC energy",
            "pJ a row and read",
            0.39,
            0.0039,
            0.39,
            "3.9 µW for 100 ns, ISAAC; for 1 ns, MNSIM 2.0; doubles with each bit a read (MNSIM 2.0)"),
    ADC_ENERGY(
            "8-bit ADC energy",
            "pJ a conversion",
            1.56,
            1.56,
            15.6,
            "2 mW at 1.28 GS/s, ISAAC; MNSIM 2.0 charges ten cycles"),
    ADC_GROWTH(
            "ADC energy and area, each further bit",
            "times",
            2,
            1.11,
            4,
            "2: one energy a step; 1.11: 6 to 8 bits in MNSIM 2.0 (derived); 4: where noise is the limit"),
    ADC_TIME("ADC conversion time", "ns", 0.78, 0.67, 7.8, "1.28 GS/s, ISAAC; 1.5 GS/s and ten cycles, MNSIM 2.0"),
    SRAM_READ_ENERGY(
            "SRAM read energy", "fJ a bit", 1.12, 1.12, 156, "MNSIM 2.0, 28 nm; 8 KiB cache, Horowitz (ISSCC 2014)"),
    POSITIONS_PER_SRAM_READ("Positions that a read of SRAM serves", "positions", 1, 1, 1024, "choice: none is kept"),
    MAC_ENERGY(
            "Multiply-accumulate energy",
            "pJ",
            1.5,
            0.23,
            4.6,
            "Horowitz (ISSCC 2014), 45 nm: 16-bit float; 8-bit integer; 32-bit float"),
    MAC_TIME("Multiply-accumulate time", "ns", 1, 0.5, 2, "assumption: 1 GHz"),
    PARALLEL_MACS("Multiply-accumulates at once", "MACs", 16, 1, 65_536, "choice"),
    CELL_AREA(
            "RRAM cell area",
            "µm²",
            0.0232,
            0.0019,
            0.811,
            "4F x 12F at 22 nm; 4F² at 22 nm; 4F x 12F at 130 nm (derived)"),
    DAC_AREA("1-bit DAC area", "µm²", 0.166, 0.166, 0.166, "ISAAC in MNSIM 2.0; doubles with each bit a read"),
    ADC_AREA("8-bit ADC area", "µm²", 1200, 1200, 1650, "ISAAC; two-step SAR; both in MNSIM 2.0"),
    SRAM_CELL_AREA("SRAM cell area", "µm² a bit", 0.127, 0.1, 0.15, "assumption: six transistors at 28 nm"),
    MAC_AREA(
            "Multiply-accumulate area",
            "µm²",
            3000,
            318,
            11_884,
            "Horowitz (ISSCC 2014), 45 nm: 16-bit float; 8-bit integer; 32-bit float");

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
            case RRAM_PARALLEL_ROWS,
                    SRAM_PARALLEL_WORDS,
                    BITS_PER_PARAMETER,
                    CALIBRATIONS_PER_DAY,
                    INPUT_BITS,
                    INPUT_BITS_PER_READ,
                    CONVERSIONS_PER_PRODUCT,
                    ADC_BITS,
                    ADCS_PER_TILE,
                    POSITIONS_PER_SRAM_READ,
                    PARALLEL_MACS -> true;
            default -> false;
        };
    }

    /** Whether it tells what an inference takes; the others tell what a calibration writes. */
    public boolean isOfInference() {
        return ordinal() >= INPUT_BITS.ordinal();
    }
}
