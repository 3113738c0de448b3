package org.driftscope.ui.charts.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.driftscope.figure.chart.line.ParetoFront;
import org.driftscope.ui.charts.model.RecoveryAxis;
import org.driftscope.ui.charts.model.RecoveryPoint;

/**
 * What the small print of a recovery chart says: what all its marks have in common, what a bar is, what a stem is.
 *
 * @param points that are shown
 * @param series the same, as marks
 * @param look what is shown across and upwards, and what bars are
 * @param unplaced points that have no place on the axis across
 */
record RecoveryCaption(List<RecoveryPoint> points, List<RecoverySeries> series, RecoveryLook look, int unplaced) {
    private static final int MOST_SEEDS = 6;

    String text() {
        return common() + " " + bars() + " " + stems() + front() + coinciding() + undefined() + withoutPlace();
    }

    private String common() {
        List<String> words = new ArrayList<>(List.of(points.get(0).network().name()));
        points.get(0).setup().forEach((key, value) -> {
            if (points.stream().allMatch(point -> value.equals(point.setup().get(key)))) {
                words.add(value);
            }
        });
        Set<Long> seeds = new TreeSet<>();
        points.forEach(point -> seeds.add(point.seed()));
        words.add(seeds(seeds));
        return String.join(" \u00b7 ", words) + ".";
    }

    static String seeds(Set<Long> seeds) {
        if (seeds.size() > MOST_SEEDS) {
            return seeds.size() + " seeds";
        }
        return (seeds.size() == 1 ? "seed " : "seeds ")
                + seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String bars() {
        Map<Integer, Long> byChips = series.stream()
                .flatMap(one -> one.groups().stream())
                .collect(Collectors.groupingBy(PointGroup::n, Collectors.counting()));
        Set<Integer> images =
                points.stream().map(point -> point.scores().images()).collect(Collectors.toSet());
        if (byChips.keySet().equals(Set.of(1))) {
            String count = images.size() == 1
                    ? String.format(Locale.ROOT, "%,d images", images.iterator().next())
                    : "the images of each";
            return "Each mark: one chip; bars: standard error on " + count + ".";
        }
        if (byChips.size() == 1) {
            return "Each mark: mean of n = " + byChips.keySet().iterator().next() + " chips; bars: "
                    + look.bars().words() + " over chips.";
        }
        String one = byChips.containsKey(1) ? " A mark of one chip has no bar." : "";
        return "Each mark: mean of its n chips; bars: " + look.bars().words() + " over chips." + one;
    }

    private String stems() {
        return look.axis() == RecoveryAxis.TOP1
                ? "Stems: from the same chips' accuracy after drift."
                : "0 %: the same chips after drift; 100 %: clean.";
    }

    private String front() {
        return look.paretoFront() ? " " + ParetoFront.CAPTION : "";
    }

    /** A series that covers another one is not to pass for the only one. */
    private String coinciding() {
        StringBuilder words = new StringBuilder();
        for (int above = 1; above < series.size(); above++) {
            for (int below = 0; below < above; below++) {
                if (lieOn(series.get(above), series.get(below))) {
                    words.append(" ")
                            .append(series.get(above).name())
                            .append(" lies on ")
                            .append(series.get(below).name())
                            .append(": the same numbers.");
                }
            }
        }
        return words.toString();
    }

    /** Whether every mark of the shorter one has the very place of a mark of the other. */
    private boolean lieOn(RecoverySeries one, RecoverySeries other) {
        boolean shorter = one.groups().size() <= other.groups().size();
        Set<List<Double>> places = new HashSet<>();
        (shorter ? other : one).groups().forEach(group -> places.add(place(group)));
        return (shorter ? one : other).groups().stream().map(this::place).allMatch(places::contains);
    }

    private List<Double> place(PointGroup group) {
        return List.of((double) (float) group.across(look.across()), (double) (float) group.mean(look.axis()));
    }

    /** A logarithm has no place for nothing. */
    private String withoutPlace() {
        return unplaced == 0
                ? ""
                : " Not shown, since " + (unplaced == 1 ? "it holds" : "they hold")
                        + " no SRAM, or it was not recorded: " + unplaced + (unplaced == 1 ? " point." : " points.");
    }

    private String undefined() {
        long without = series.stream()
                .flatMap(one -> one.groups().stream())
                .filter(group -> Double.isNaN(group.mean(look.axis())))
                .count();
        return without == 0
                ? ""
                : " Not shown, since drift cost nothing: " + without + (without == 1 ? " mark." : " marks.");
    }
}
