package org.driftscope.cost;

/**
 * What one calibration costs under given assumptions.
 *
 * @param footprint what it touches
 * @param sramBits bits of all adapter parameters and of their indices
 * @param rramCellWrites cells times updates
 * @param energyJoules of all writes, RRAM and SRAM
 * @param seconds of all writes
 * @param lifetimeCalibrations calibrations until cells wear out: endurance / (pulses * updates); infinite for SRAM
 * @param lifetimeDays the same in days at the assumed calibrations a day
 */
public record CostEstimate(
        Footprint footprint,
        long sramBits,
        long rramCellWrites,
        double energyJoules,
        double seconds,
        double lifetimeCalibrations,
        double lifetimeDays) {
    private static final double PICO = 1e-12;
    private static final double FEMTO = 1e-15;
    private static final double NANO = 1e-9;

    /** Figures and formulas: {@link CostQuantity}. */
    public static CostEstimate of(Footprint footprint, CostAssumptions with) {
        double pulses = with.get(CostQuantity.RRAM_PULSES_PER_CELL);
        double wordBits = with.get(CostQuantity.BITS_PER_PARAMETER);
        double bits = footprint.sramBits(wordBits);
        double cellWrites = (double) footprint.rramCells() * footprint.updates();
        double rowWrites = (double) footprint.rramRows() * footprint.updates();
        double energy = cellWrites * pulses * with.get(CostQuantity.RRAM_PULSE_ENERGY) * PICO
                + bits * with.get(CostQuantity.SRAM_BIT_ENERGY) * FEMTO;
        double rramSeconds = rowWrites
                * pulses
                * with.get(CostQuantity.RRAM_ROW_TIME)
                * NANO
                / with.get(CostQuantity.RRAM_PARALLEL_ROWS);
        double sramSeconds = Math.ceil(bits / wordBits)
                * with.get(CostQuantity.SRAM_WORD_TIME)
                * NANO
                / with.get(CostQuantity.SRAM_PARALLEL_WORDS);
        double lifetime = footprint.updates() == 0 || footprint.rramCells() == 0
                ? Double.POSITIVE_INFINITY
                : with.get(CostQuantity.RRAM_ENDURANCE) / (pulses * footprint.updates());
        return new CostEstimate(
                footprint,
                Math.round(bits),
                Math.round(cellWrites),
                energy,
                rramSeconds + sramSeconds,
                lifetime,
                lifetime / with.get(CostQuantity.CALIBRATIONS_PER_DAY));
    }

    /** Whether it writes RRAM, and so wears cells out. */
    public boolean wears() {
        return Double.isFinite(lifetimeCalibrations);
    }
}
