package org.driftscope.experiment.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.FileNames;
import org.driftscope.support.SpecException;

/**
 * A grid of trials.
 *
 * @param name of the study; the files of its results are called so
 * @param base what is not swept
 * @param axes values to go through by setting's name, at least one value each; kept in the catalogue's order, so that a
 *     sweep and the file it is written to have the same grid. The last axis varies fastest
 */
public record Sweep(String name, ExperimentSpec base, Map<String, List<Object>> axes) {
    private static final int MOST_TRIALS = 100_000;

    public Sweep {
        FileNames.require("name", name);
        axes.forEach((setting, values) -> {
            Setting known = Settings.named(setting);
            if (values.isEmpty()) {
                throw new SpecException(known.name(), "an empty list", "one value or more");
            }
        });
        Map<String, List<Object>> copy = new LinkedHashMap<>();
        for (Setting setting : Settings.all()) {
            List<Object> values = axes.get(setting.name());
            if (values != null) {
                copy.put(setting.name(), List.copyOf(values));
            }
        }
        axes = Collections.unmodifiableMap(copy);
        long count = copy.values().stream()
                .mapToLong(List::size)
                .reduce(1, (a, b) -> a * b > MOST_TRIALS ? MOST_TRIALS + 1L : a * b);
        if (count > MOST_TRIALS) {
            throw new SpecException("number of trials", "more than " + MOST_TRIALS, "at most " + MOST_TRIALS);
        }
    }

    /** One point of the grid. @param values of the swept settings */
    public record Trial(ExperimentSpec spec, Map<String, Object> values) {}

    /** All trials. @throws SpecException if a value is of the wrong kind or out of range */
    public List<Trial> trials() {
        List<Map<String, Object>> grid = List.of(Map.of());
        for (Map.Entry<String, List<Object>> axis : axes.entrySet()) {
            grid = crossed(grid, axis.getKey(), axis.getValue());
        }
        return grid.stream()
                .map(values -> new Trial(Settings.with(base, values), values))
                .toList();
    }

    private static List<Map<String, Object>> crossed(
            List<Map<String, Object>> grid, String setting, List<Object> values) {
        List<Map<String, Object>> crossed = new ArrayList<>();
        for (Map<String, Object> point : grid) {
            for (Object value : values) {
                Map<String, Object> extended = new LinkedHashMap<>(point);
                extended.put(setting, value);
                crossed.add(Collections.unmodifiableMap(extended));
            }
        }
        return crossed;
    }
}
