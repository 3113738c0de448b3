package org.driftscope.cost;

/**
 * What one calibration touches.
 *
 * @param label of the method
 * @param sramParameters parameters written to SRAM
 * @param rramCells RRAM cells rewritten
 * @param rramRows wordlines of tiles rewritten
 * @param updates times each of those cells is rewritten
 * @param extraMacs extra multiply-accumulates of one inference
 */
public record Footprint(
        String label, long sramParameters, long rramCells, long rramRows, long updates, long extraMacs) {
    /** A method that writes SRAM only. */
    public static Footprint sramOnly(String label, long parameters, long extraMacs) {
        return new Footprint(label, parameters, 0, 0, 0, extraMacs);
    }
}
