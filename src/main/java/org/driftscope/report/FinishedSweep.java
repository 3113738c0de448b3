package org.driftscope.report;

import java.util.ArrayList;
import java.util.Comparator;
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
 * @param trials those that ran, in the order of the grid
 * @param refused the others, likewise
 */
public record FinishedSweep(Sweep sweep, List<SweepRunner.Finished> trials, List<SweepRunner.Refused> refused) {
    public FinishedSweep {
        trials = List.copyOf(trials);
        refused = refused.stream()
                .sorted(Comparator.comparingInt(SweepRunner.Refused::index))
                .toList();
    }

    /** A sweep of which no trial was refused. */
    public FinishedSweep(Sweep sweep, List<SweepRunner.Finished> trials) {
        this(sweep, trials, List.of());
    }

    /**
     * @throws org.driftscope.support.DriftscopeException if all trials of all sweeps were refused: the first one's sentence
     */
    public static void requireAny(List<FinishedSweep> sweeps) {
        List<SweepRunner.Refused> all =
                sweeps.stream().flatMap(sweep -> sweep.refused.stream()).toList();
        if (!all.isEmpty() && sweeps.stream().allMatch(sweep -> sweep.trials.isEmpty())) {
            throw all.get(0).cause();
        }
    }

    /** What was refused and why, a sentence for all that differ only in their chip. */
    public List<String> refusals() {
        Map<String, Integer> chips = new LinkedHashMap<>();
        Map<String, String> whys = new LinkedHashMap<>();
        for (SweepRunner.Refused one : refused) {
            Map<String, Object> values = new LinkedHashMap<>(one.trial().values());
            values.remove(TrialGroup.SEED);
            String words = new TrialGroup(values, List.of()).words();
            chips.merge(words, 1, Integer::sum);
            whys.putIfAbsent(words, one.why());
        }
        List<String> sentences = new ArrayList<>();
        whys.forEach((words, why) -> sentences.add(sentence(words, chips.getOrDefault(words, 1), why)));
        return sentences;
    }

    private static String sentence(String words, int count, String why) {
        String trials = count == 1 ? "1 trial" : count + " trials";
        return "Refused, " + trials + (words.isEmpty() ? "" : " of " + words) + ": " + why;
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
