package org.driftscope.ui.charts.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.driftscope.ui.charts.model.RecoveryPoint;

/** Names of points in a list. */
public final class PointNames {
    private PointNames() {}

    /** Its label, and in what it differs from others of that label on its network: settings, chip, seed. */
    public static List<String> of(RecoveryPoint point, List<RecoveryPoint> all) {
        Set<String> telling = new LinkedHashSet<>();
        boolean otherChip = false;
        for (RecoveryPoint other : all) {
            if (other.label().equals(point.label()) && other.network().equals(point.network())) {
                SeriesNames.addDiffering(point.settings(), other.settings(), telling);
                SeriesNames.addDiffering(point.setup(), other.setup(), telling);
                otherChip |= other.seed() != point.seed();
            }
        }
        List<String> words = new ArrayList<>(List.of(point.label()));
        telling.forEach(key -> words.add(Objects.requireNonNull(point.words().get(key))));
        if (otherChip) {
            words.add("seed " + point.seed());
        }
        return words;
    }
}
