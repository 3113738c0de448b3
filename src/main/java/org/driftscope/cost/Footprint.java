package org.driftscope.cost;

/**
 * What one calibration touches.
 *
 * @param label of the method
 * @param sramParameters parameters written to SRAM
 * @param narrow those of them that take fewer bits than a word
 * @param indexBits bits beside the parameters that say where they belong
 * @param rramCells RRAM cells rewritten
 * @param rramRows wordlines of tiles rewritten
 * @param updates times each of those cells is rewritten
 * @param extraMacs extra multiply-accumulates of one inference; {@link #UNKNOWN} where the images' size is not known
 */
public record Footprint(
        String label,
        long sramParameters,
        Narrow narrow,
        long indexBits,
        long rramCells,
        long rramRows,
        long updates,
        long extraMacs) {
    /** Parameters in fewer bits. @param parameters how many @param bits of all together, with their scales */
    public record Narrow(long parameters, long bits) {
        public static final Narrow NONE = new Narrow(0, 0);
    }

    /** With no narrow parameters. */
    public Footprint(
            String label,
            long sramParameters,
            long indexBits,
            long rramCells,
            long rramRows,
            long updates,
            long extraMacs) {
        this(label, sramParameters, Narrow.NONE, indexBits, rramCells, rramRows, updates, extraMacs);
    }

    /** Bits in SRAM, indices and scales included. @param word bits of a parameter that is not narrow */
    public double sramBits(double word) {
        return (sramParameters - narrow.parameters) * word + narrow.bits + indexBits;
    }

    /** Multiply-accumulates that cannot be told. */
    public static final long UNKNOWN = -1;

    public Footprint named(String other) {
        return new Footprint(other, sramParameters, narrow, indexBits, rramCells, rramRows, updates, extraMacs);
    }

    /** Its cells rewritten so many times. */
    public Footprint updated(long times) {
        return new Footprint(label, sramParameters, narrow, indexBits, rramCells, rramRows, times, extraMacs);
    }
}
