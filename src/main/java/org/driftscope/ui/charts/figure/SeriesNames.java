package org.driftscope.ui.charts.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.driftscope.ui.charts.model.RecoveryPoint;

/** Names of series: the method, and whatever tells it from the others. No two are alike. */
final class SeriesNames {
    private SeriesNames() {}

    /** @param all points of each series */
    static List<String> of(List<List<RecoveryPoint>> all) {
        Map<String, Integer> used = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (List<RecoveryPoint> points : all) {
            String name = name(points, all);
            int times = used.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + " (" + times + ")");
        }
        return names;
    }

    private static String name(List<RecoveryPoint> points, List<List<RecoveryPoint>> all) {
        RecoveryPoint point = points.get(0);
        Set<String> telling = new LinkedHashSet<>();
        for (List<RecoveryPoint> others : all) {
            RecoveryPoint other = others.get(0);
            // another chip or other images matter whatever the method is
            addDiffering(point.setup(), other.setup(), telling);
            if (other.method().equals(point.method())) {
                addDiffering(point.settings(), other.settings(), telling);
            }
        }
        List<String> words = new ArrayList<>(List.of(point.method()));
        point.words().forEach((key, value) -> {
            if (telling.contains(key)) {
                words.add(value);
            }
        });
        Set<Long> seeds = seeds(points);
        if (seeds.size() == 1 && all.stream().anyMatch(others -> !seeds(others).equals(seeds))) {
            words.add("seed " + point.seed());
        }
        return String.join(", ", words);
    }

    static void addDiffering(Map<String, String> own, Map<String, String> other, Set<String> telling) {
        own.forEach((key, value) -> {
            if (!Objects.equals(value, other.get(key))) {
                telling.add(key);
            }
        });
    }

    private static Set<Long> seeds(List<RecoveryPoint> points) {
        return points.stream().map(RecoveryPoint::seed).collect(Collectors.toCollection(TreeSet::new));
    }
}
