package org.driftscope.report;

import java.util.List;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SmallMultiples;

/**
 * Where one poor method would press all good ones into a strip below the clean accuracy: all methods in one panel, and the
 * good ones again in a second.
 */
final class CloseUp {
    /** Which share of the way from the clean accuracy down to the worst a close-up shows. */
    private static final double SHOWN = 1 / 3.0;

    /** Fewer groups of trials can be read in one panel. */
    private static final int CROWD = 8;

    private CloseUp() {}

    /** Two panels where they tell more than one. */
    static Figure orOnePanel(StudyLines lines, List<TrialGroup> groups) {
        List<TrialGroup> near = near(groups);
        if (near.size() < CROWD || near.size() == groups.size()) {
            return lines.againstUpdated(groups);
        }
        StudyLines all = new StudyLines("All methods", lines.accuracy());
        StudyLines best = new StudyLines("Those near the clean accuracy", StudyLines.accuracy(near));
        return new SmallMultiples(lines.title(), 1, List.of(all.overview(groups), best.closeUp(near)));
    }

    private static List<TrialGroup> near(List<TrialGroup> groups) {
        double clean = groups.get(0).clean();
        double worst = groups.stream()
                .mapToDouble(group -> group.calibrated().mean())
                .min()
                .orElse(clean);
        double least = clean - SHOWN * (clean - worst);
        return groups.stream()
                .filter(group -> group.calibrated().mean() >= least)
                .toList();
    }
}
