package org.driftscope.cost.inference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;

/**
 * Parts of an inference with the ranges that published figures leave.
 *
 * @param set with the figures as set
 * @param ends with all published figures at one end or at the other
 */
public record RangedParts(Map<InferencePart, PartCost> set, List<Map<InferencePart, PartCost>> ends) {
    /** A figure of something: what it is with the figures as set, and between which values it lies. */
    public record Ranged(double value, double low, double high) {}

    /** What is summed up of a part. */
    public enum Measure {
        ENERGY(PartCost::energyJoules),
        TIME(PartCost::seconds),
        AREA(PartCost::squareMicrometres);

        private final ToDoubleFunction<PartCost> of;

        Measure(ToDoubleFunction<PartCost> of) {
            this.of = of;
        }
    }

    public RangedParts {
        set = Map.copyOf(set);
        ends = ends.stream().map(Map::copyOf).toList();
    }

    /** At the ends of all published figures. A further bit's share of an ADC acts both ways, so both its ends go with both. */
    static RangedParts of(CostAssumptions with, Function<InferenceFigures, Map<InferencePart, PartCost>> parts) {
        double low = with.best().get(CostQuantity.ADC_GROWTH);
        double high = with.worst().get(CostQuantity.ADC_GROWTH);
        List<Map<InferencePart, PartCost>> ends = Stream.of(with.best(), with.worst())
                .flatMap(end -> Stream.of(low, high).map(growth -> end.with(CostQuantity.ADC_GROWTH, growth)))
                .map(end -> parts.apply(new InferenceFigures(end)))
                .toList();
        return new RangedParts(parts.apply(new InferenceFigures(with)), ends);
    }

    public Ranged of(InferencePart part, Measure measure) {
        return ranged(parts -> measure.of.applyAsDouble(parts.getOrDefault(part, PartCost.NOTHING)));
    }

    /** Of all parts together. */
    public Ranged total(Measure measure) {
        return ranged(parts -> parts.values().stream().mapToDouble(measure.of).sum());
    }

    private Ranged ranged(ToDoubleFunction<Map<InferencePart, PartCost>> figure) {
        double[] values = ends.stream().mapToDouble(figure).sorted().toArray();
        return new Ranged(figure.applyAsDouble(set), values[0], values[values.length - 1]);
    }

    /**
     * This as a share of another, per cent. Its range is the widest that the figures allow: this at one end over the other at its
     * other end.
     */
    public Ranged percentOf(RangedParts other, Measure measure) {
        Ranged mine = total(measure);
        Ranged whole = other.total(measure);
        return new Ranged(
                percent(mine.value, whole.value), percent(mine.low, whole.high), percent(mine.high, whole.low));
    }

    private static double percent(double part, double whole) {
        return whole == 0 ? Double.NaN : 100 * part / whole;
    }

    /** Those that are there, in their order. */
    public List<InferencePart> parts() {
        return List.copyOf(new EnumMap<>(set).keySet());
    }
}
