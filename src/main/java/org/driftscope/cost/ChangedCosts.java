package org.driftscope.cost;

import java.util.stream.Collectors;

/** What is to be said of costs that do not rest on the default figures. */
public final class ChangedCosts {
    private ChangedCosts() {}

    /** Each changed figure with its default; "" where none is changed. */
    public static String words(CostAssumptions figures) {
        return figures.changed().entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + Quantity.typed(entry.getValue()) + ", not the default "
                        + Quantity.typed(entry.getKey().standard()))
                .collect(Collectors.joining("; "));
    }
}
