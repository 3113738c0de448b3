package org.driftscope.report;

import java.util.List;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SmallMultiples;
import org.driftscope.figure.chart.plot.AxisSpec;

/**
 * Where one poor method would press all good ones into a strip below the clean accuracy: all methods in one panel, and the
 * good ones again in a second.
 */
final class CloseUp {
    /** Which share of the way from the clean accuracy down to the worst a close-up shows. */
    private static final double SHOWN = 1 / 3.0;

    private static final AxisSpec ACCURACY = AxisSpec.percent("Top-1 accuracy (%)");

    /** Fewer groups of trials can be read in one panel. */
    private static final int CROWD = 8;

    private CloseUp() {}

    /** Two panels where they tell more than one. */
    static Figure orOnePanel(StudyLines lines, List<TrialGroup> groups) {
        List<TrialGroup> near = near(groups);
        if (near.size() < CROWD || near.size() == groups.size()) {
            return lines.againstUpdated(groups);
        }
        String means = TrialGroup.meanWords(groups, lines.spread());
        String where = lines.title().isEmpty() ? "" : lines.title() + ": ";
        StudyLines all =
                new StudyLines(where + "All methods" + means, ACCURACY, lines.spread(), lines.size(), lines.column());
        StudyLines best = new StudyLines(
                where + "Those near the clean accuracy" + means,
                ACCURACY,
                lines.spread(),
                lines.size(),
                lines.column());
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
