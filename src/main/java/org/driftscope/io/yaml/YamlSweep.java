package org.driftscope.io.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Numbers that a setting is swept over: one, a list, or a range {@code {from: 0, to: 0.3, step: 0.05}}. */
public final class YamlSweep {
    private static final int MOST = 10_000;
    private static final List<String> KEYS = List.of("from", "to", "step");

    private YamlSweep() {}

    /** The numbers, each within bounds, both included; a range includes its end where a step meets it. */
    public static List<Double> reals(YamlNode node, double min, double max) {
        if (node instanceof YamlMap range) {
            return range(range, min, max).stream().map(BigDecimal::doubleValue).toList();
        }
        return node.oneOrMore().stream()
                .map(item -> item.scalar().real(min, max))
                .toList();
    }

    /** As {@link #reals}, whole numbers only. */
    public static List<Long> integers(YamlNode node, long min, long max) {
        if (node instanceof YamlMap range) {
            KEYS.forEach(
                    key -> range.find(key).ifPresent(value -> value.scalar().integer(min, max)));
            return range(range, min, max).stream()
                    .map(BigDecimal::longValueExact)
                    .toList();
        }
        return node.oneOrMore().stream()
                .map(item -> item.scalar().integer(min, max))
                .toList();
    }

    /** Decimal arithmetic, so that 0.05 steps land on 0.15 and not on 0.15000000000000002. */
    private static List<BigDecimal> range(YamlMap range, double min, double max) {
        range.requireOnly(KEYS);
        BigDecimal from = number(range.require("from"), min, max);
        BigDecimal to = number(range.require("to"), min, max);
        BigDecimal step = number(range.require("step"), Double.MIN_NORMAL, Double.MAX_VALUE);
        if (from.compareTo(to) > 0) {
            throw range.place().error("the range from " + from + " to " + to + " is empty");
        }
        if (to.subtract(from).doubleValue() / step.doubleValue() >= MOST) {
            throw range.place().error("the range has more than " + MOST + " steps");
        }
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
            values.add(value);
        }
        return values;
    }

    private static BigDecimal number(YamlNode node, double min, double max) {
        node.scalar().real(min, max);
        return new BigDecimal(node.scalar().text());
    }
}
