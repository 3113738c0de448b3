package org.driftscope.report.paired;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.driftscope.evaluation.PairedDifference;
import org.driftscope.support.Percent;

/**
 * One calibration beside another on the same chips, scored on the same images.
 *
 * @param trials of the calibration, one a pair
 * @param baseline of the other, in the same order
 */
public record Comparison(List<PairedTrial> trials, List<PairedTrial> baseline) {
    public Comparison {
        trials = List.copyOf(trials);
        baseline = List.copyOf(baseline);
    }

    /**
     * All pairs of two calibrations on chips of one kind.
     *
     * @param first of any chips
     * @param second of any chips
     */
    static Comparison between(List<PairedTrial> first, List<PairedTrial> second) {
        Map<List<Object>, PairedTrial> others = new LinkedHashMap<>();
        second.forEach(trial -> others.put(chip(trial), trial));
        List<PairedTrial> trials = new ArrayList<>();
        List<PairedTrial> baseline = new ArrayList<>();
        for (PairedTrial trial : first) {
            PairedTrial other = others.remove(chip(trial));
            if (other != null) {
                trials.add(trial);
                baseline.add(other);
            }
        }
        return new Comparison(trials, baseline);
    }

    /**
     * Two trials, with all others of the same two calibrations on chips of the same kind.
     *
     * @param all among which pairs are sought
     */
    public static Comparison of(PairedTrial first, PairedTrial second, List<PairedTrial> all) {
        return between(alike(first, all), alike(second, all));
    }

    private static List<PairedTrial> alike(PairedTrial wanted, List<PairedTrial> all) {
        return all.stream()
                .filter(trial -> trial.calibration().equals(wanted.calibration())
                        && trial.kind().equals(wanted.kind()))
                .toList();
    }

    private static List<Object> chip(PairedTrial trial) {
        return List.of(trial.kind(), trial.seed());
    }

    /** Number of pairs. */
    public int pairs() {
        return trials.size();
    }

    /** In points of top-1 accuracy. @throws IllegalArgumentException without a pair */
    public PairedDifference difference() {
        List<Double> points = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            points.add(top1(trials.get(i)) - top1(baseline.get(i)));
        }
        return PairedDifference.of(points);
    }

    /** Mean accuracy of the calibration over the pairs, %. */
    public double top1() {
        return trials.stream().mapToDouble(Comparison::top1).average().orElse(Double.NaN);
    }

    /** The same of the baseline. */
    public double baselineTop1() {
        return baseline.stream().mapToDouble(Comparison::top1).average().orElse(Double.NaN);
    }

    /** Accuracy after calibration, %. */
    private static double top1(PairedTrial trial) {
        return Percent.of(trial.outcome().calibratedTop1());
    }

    /** The calibration, and what else of it tells it from the baseline and is in neither's name. */
    public String name() {
        return named(trials.get(0), baseline.get(0));
    }

    public String baselineName() {
        return named(baseline.get(0), trials.get(0));
    }

    private static String named(PairedTrial own, PairedTrial other) {
        if (!own.name().equals(other.name())) {
            return own.name();
        }
        Set<String> differing = new LinkedHashSet<>();
        own.calibration().forEach((name, value) -> {
            if (!Objects.equals(value, other.calibration().get(name))) {
                differing.add(PairedWords.of(name, value));
            }
        });
        return own.name() + (differing.isEmpty() ? "" : ", " + String.join(", ", differing));
    }
}
