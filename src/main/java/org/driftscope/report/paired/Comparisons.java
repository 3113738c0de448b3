package org.driftscope.report.paired;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.report.ArchiveFilter;
import org.driftscope.support.DataFormatException;

/** Every calibration of some trials beside one of them, each on the chips that both were tried on. */
public final class Comparisons {
    private Comparisons() {}

    /**
     * One comparison a calibration and kind of chip, in the order in which they first appear.
     *
     * @param archived the trials
     * @param against settings of the baseline as text, by name; empty where there are two calibrations, of which the first is it
     * @throws DataFormatException if the baseline is not one calibration, or nothing can be paired with it
     */
    public static List<Comparison> of(List<ArchivedTrial> archived, Map<String, String> against) {
        List<PairedTrial> all = archived.stream().map(PairedTrial::of).toList();
        Set<Map<String, Object>> calibrations = new LinkedHashSet<>();
        all.forEach(trial -> calibrations.add(trial.calibration()));
        List<PairedTrial> baseline = against.isEmpty()
                ? all.stream()
                        .filter(trial -> trial.calibration()
                                .equals(calibrations.iterator().next()))
                        .toList()
                : new ArchiveFilter("", "", against)
                        .of(archived).stream().map(PairedTrial::of).toList();
        requireOne(baseline, against, calibrations.size());
        Map<List<Object>, List<PairedTrial>> others = new LinkedHashMap<>();
        all.stream()
                .filter(trial -> !trial.calibration().equals(baseline.get(0).calibration()))
                .forEach(trial -> others.computeIfAbsent(
                                List.of(trial.kind(), trial.calibration()), key -> new ArrayList<>())
                        .add(trial));
        List<Comparison> found = others.values().stream()
                .map(trials -> Comparison.between(trials, baseline))
                .filter(comparison -> comparison.pairs() > 0)
                .toList();
        if (found.isEmpty()) {
            throw new DataFormatException("No other trial that fits was made on a chip of the baseline's, "
                    + baseline.get(0).name() + ". Run both on the same seeds.");
        }
        return found;
    }

    private static void requireOne(List<PairedTrial> baseline, Map<String, String> against, int calibrations) {
        if (against.isEmpty() && calibrations != 2) {
            throw new DataFormatException("The trials that fit have " + calibrations
                    + " calibrations, not two. Say which the others are compared with: --against SETTING=VALUE.");
        }
        Set<Map<String, Object>> distinct = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        baseline.forEach(trial -> {
            distinct.add(trial.calibration());
            names.add(trial.name());
        });
        if (distinct.size() != 1) {
            throw new DataFormatException(
                    distinct.isEmpty()
                            ? "No trial that fits has " + words(against) + ". See driftscope archive list."
                            : words(against) + " is true of " + distinct.size() + " calibrations ("
                                    + String.join(", ", names) + "). Name more settings of the one to compare with.");
        }
    }

    private static String words(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
