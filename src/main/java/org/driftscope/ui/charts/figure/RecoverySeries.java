package org.driftscope.ui.charts.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.ui.charts.model.RecoveryPoint;

/**
 * Points of one method and one kind, by rising number of parameters.
 *
 * @param id unique among the series of a chart
 * @param name the method, followed by what tells it from the other series
 * @param groups the marks, at least one
 */
public record RecoverySeries(String id, String name, List<PointGroup> groups) {
    public RecoverySeries {
        groups = List.copyOf(groups);
    }

    /** The series of points that are shown together, in the order in which they first appeared. */
    public static List<RecoverySeries> of(List<RecoveryPoint> points) {
        Map<String, List<RecoveryPoint>> byKind = points.stream()
                .collect(Collectors.groupingBy(
                        point -> point.method() + "\n" + point.kind(), LinkedHashMap::new, Collectors.toList()));
        List<List<RecoveryPoint>> all = List.copyOf(byKind.values());
        List<String> names = SeriesNames.of(all);
        List<RecoverySeries> series = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            series.add(new RecoverySeries(Integer.toString(i), names.get(i), groups(all.get(i))));
        }
        return series;
    }

    private static List<PointGroup> groups(List<RecoveryPoint> members) {
        return members.stream()
                .collect(Collectors.groupingBy(
                        point -> point.rank() + " at " + place(point), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(PointGroup::new)
                .sorted(Comparator.comparingDouble(PointGroup::percent))
                .toList();
    }

    /** A budget seldom comes out even: chips of one budget differ a little in what they spend of it. */
    private static String place(RecoveryPoint point) {
        return point.settings().getOrDefault(MethodSetting.BUDGET.id(), Float.toString((float) point.percent()));
    }

    RecoveryPoint first() {
        return groups.get(0).newest();
    }

    SeriesTint tint() {
        return first().tint();
    }

    Set<Long> seeds() {
        Set<Long> seeds = new TreeSet<>();
        groups.forEach(group -> seeds.addAll(group.seeds()));
        return seeds;
    }
}
