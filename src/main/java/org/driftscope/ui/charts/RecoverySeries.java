package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftscope.figure.chart.LinePoint;
import org.driftscope.figure.chart.LineSeries;
import org.driftscope.figure.chart.SeriesTint;

/**
 * Points of one method with the same settings, by rising number of parameters.
 *
 * @param id unique among the series of a chart
 * @param name the method, followed by the settings that tell it from other series of the method
 * @param groups the marks
 */
record RecoverySeries(String id, String name, List<PointGroup> groups) {
    RecoverySeries {
        groups = List.copyOf(groups);
    }

    /** The series of the points that are not hidden, in the order in which methods first appeared. */
    static List<RecoverySeries> of(List<RecoveryPoint> points) {
        Map<Key, List<RecoveryPoint>> byKey = points.stream()
                .filter(point -> !point.hidden())
                .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
        List<RecoverySeries> series = new ArrayList<>();
        byKey.forEach((key, members) -> series.add(
                new RecoverySeries(Integer.toString(series.size()), key.name(byKey.keySet()), groups(members))));
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
        return point.settings().getOrDefault("budget", Float.toString((float) point.percent()));
    }

    LineSeries line() {
        List<LinePoint> marks = new ArrayList<>();
        boolean ranksDiffer =
                groups.stream().map(g -> g.newest().rank()).distinct().count() > 1;
        for (PointGroup group : groups) {
            int rank = group.newest().rank();
            boolean first = marks.isEmpty() || !ranksDiffer;
            String label = rank == 0 ? "" : first ? "r = " + rank : Integer.toString(rank);
            marks.add(group.mark(label));
        }
        SeriesTint tint = SeriesTint.ofMethod(groups.get(0).newest().method());
        return new LineSeries(id, name, tint, true, marks);
    }

    /** What makes a series. */
    private record Key(String method, Map<String, String> settings) {
        static Key of(RecoveryPoint point) {
            return new Key(point.method(), point.settings());
        }

        String name(Iterable<Key> all) {
            List<String> telling = new ArrayList<>();
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                boolean differs = false;
                for (Key other : all) {
                    String value = other.settings.get(setting.getKey());
                    differs |=
                            other.method.equals(method) && !setting.getValue().equals(value);
                }
                if (differs) {
                    telling.add(setting.getValue());
                }
            }
            return telling.isEmpty() ? method : method + ", " + String.join(", ", telling);
        }
    }
}
