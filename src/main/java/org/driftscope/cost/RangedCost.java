package org.driftscope.cost;

/**
 * An estimate with the range of each result that rests on published figures.
 *
 * @param cost with the figures as set
 * @param energyJoules range of {@link CostEstimate#energyJoules()}
 * @param seconds range of {@link CostEstimate#seconds()}
 * @param lifetimeCalibrations range of {@link CostEstimate#lifetimeCalibrations()}
 * @param lifetimeDays range of {@link CostEstimate#lifetimeDays()}
 */
public record RangedCost(
        CostEstimate cost,
        CostRange energyJoules,
        CostRange seconds,
        CostRange lifetimeCalibrations,
        CostRange lifetimeDays) {
    /** By the rule of {@link CostRange#RULE}: each result is monotone in each figure, so the ends give the ends. */
    public static RangedCost of(Footprint footprint, CostAssumptions with) {
        CostEstimate best = CostEstimate.of(footprint, with.best());
        CostEstimate worst = CostEstimate.of(footprint, with.worst());
        return new RangedCost(
                CostEstimate.of(footprint, with),
                CostRange.of(best, worst, CostEstimate::energyJoules),
                CostRange.of(best, worst, CostEstimate::seconds),
                CostRange.of(best, worst, CostEstimate::lifetimeCalibrations),
                CostRange.of(best, worst, CostEstimate::lifetimeDays));
    }

    public String label() {
        return cost.footprint().label();
    }
}
