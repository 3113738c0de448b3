package org.driftscope.cost;

/**
 * What one calibration touches.
 *
 * @param label of the method
 * @param sramParameters parameters written to SRAM
 * @param indexBits bits beside the parameters that say where they belong
 * @param rramCells RRAM cells rewritten
 * @param rramRows wordlines of tiles rewritten
 * @param updates times each of those cells is rewritten
 * @param extraMacs extra multiply-accumulates of one inference; {@link #UNKNOWN} where the images' size is not known
 */
public record Footprint(
        String label,
        long sramParameters,
        long indexBits,
        long rramCells,
        long rramRows,
        long updates,
        long extraMacs) {
    /** Multiply-accumulates that cannot be told. */
    public static final long UNKNOWN = -1;

    public Footprint named(String other) {
        return new Footprint(other, sramParameters, indexBits, rramCells, rramRows, updates, extraMacs);
    }

    /** Its cells rewritten so many times. */
    public Footprint updated(long times) {
        return new Footprint(label, sramParameters, indexBits, rramCells, rramRows, times, extraMacs);
    }
}
