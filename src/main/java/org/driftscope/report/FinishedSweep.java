package org.driftscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;

/**
 * A sweep with its trials.
 *
 * @param sweep what was asked
 * @param trials all of it, in the order of the grid
 */
public record FinishedSweep(Sweep sweep, List<SweepRunner.Finished> trials) {
    public FinishedSweep {
        trials = List.copyOf(trials);
    }

    /** All groups of some sweeps, one sweep after the other. */
    public static List<TrialGroup> groups(List<FinishedSweep> sweeps) {
        return sweeps.stream()
                .flatMap(finished -> TrialGroup.of(finished.trials()).stream())
                .toList();
    }

    /** A file name's stem for each: the study's name, with what was swept where a study has several sweeps. */
    static Map<String, FinishedSweep> byStem(List<FinishedSweep> sweeps) {
        Map<String, FinishedSweep> stems = new LinkedHashMap<>();
        for (FinishedSweep finished : sweeps) {
            List<String> axes = new ArrayList<>(finished.sweep().axes().keySet());
            axes.remove(TrialGroup.SEED);
            String name = finished.sweep().name();
            String stem = sweeps.size() == 1 || axes.isEmpty()
                    ? name
                    : axes.stream().collect(Collectors.joining("-", name + "-", ""));
            stems.put(stems.containsKey(stem) ? stem + "-" + (stems.size() + 1) : stem, finished);
        }
        return stems;
    }
}
