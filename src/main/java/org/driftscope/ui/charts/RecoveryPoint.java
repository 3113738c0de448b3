package org.driftscope.ui.charts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One calibration on the recovery chart.
 *
 * @param id unique among the points
 * @param method the method's label, e.g. "DoRA"
 * @param rank rank of the adapter; 0 for methods without
 * @param percent parameters updated, % of the network's
 * @param top1 accuracy, 0 to 1
 * @param standardError binomial standard error of {@code top1}, from the number of images
 * @param seed seed of the drift
 * @param settings everything else it was made with, name to value, without seed and rank; points of one method with the
 *     same settings form a series
 * @param notes what else is worth knowing, a sentence each
 * @param name given by the user; empty for none
 * @param hidden whether the chart leaves it out
 */
public record RecoveryPoint(
        String id,
        String method,
        int rank,
        double percent,
        double top1,
        double standardError,
        long seed,
        Map<String, String> settings,
        List<String> notes,
        String name,
        boolean hidden) {
    public RecoveryPoint {
        notes = List.copyOf(notes);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The name given by the user, or the method with its rank. */
    public String label() {
        if (!name.isBlank()) {
            return name;
        }
        return rank > 0 ? method + ", r = " + rank : method;
    }
}
