package org.driftscope.ui.settings;

import java.util.stream.Collectors;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.Quantity;

/** What is to be said of costs that do not rest on the default figures. */
public final class ChangedCosts {
    private ChangedCosts() {}

    /** Each changed figure with its default; "" where none is changed. They are kept with the session. */
    public static String changed(CostAssumptions figures) {
        if (figures.changed().isEmpty()) {
            return "";
        }
        return figures.changed().entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + Quantity.typed(entry.getValue()) + ", not the default "
                        + Quantity.typed(entry.getKey().standard()))
                .collect(Collectors.joining("; ", "", ". Kept with the session; a new start has the defaults."));
    }
}
