package org.driftscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.CostQuantity;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.Quantity;
import org.driftscope.device.Age;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.figure.chart.FigureTable;
import org.jspecify.annotations.Nullable;

/**
 * What looking after a chip takes up to its last age, one line a way of doing so, beside a calibration that is fresh at every
 * age and beside rewriting the RRAM as often. Costs are those of {@link CostAssumptions#defaults}.
 */
public final class LifeTable {
    private static final double FEMTO = 1e-15;

    private LifeTable() {}

    /** Empty where no upkeep was gone through. */
    public static Optional<FigureTable> of(List<TrialGroup> groups) {
        Map<Place, TrialGroup> fresh = new LinkedHashMap<>();
        Map<Way, List<TrialGroup>> ways = new LinkedHashMap<>();
        boolean lookedAfter = false;
        for (TrialGroup group : groups) {
            if (spec(group).isKept() || isFirst(group)) {
                ways.computeIfAbsent(Way.of(group), any -> new ArrayList<>()).add(group);
                lookedAfter |= !spec(group).upkeep().equals(Upkeep.once());
            } else {
                fresh.putIfAbsent(Place.of(group), group);
            }
        }
        if (!lookedAfter) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        ways.forEach((way, lived) -> rows.add(row(way, lived, fresh)));
        return Optional.of(new FigureTable(
                List.of(
                        Settings.UPKEEP.name(),
                        "of",
                        DriftSettings.AGE.name(),
                        "chips",
                        "calibrated (%)",
                        "most below a fresh set (points)",
                        "calibrations",
                        "images run on the chip",
                        "SRAM bits written",
                        "SRAM energy",
                        "rewriting the RRAM as often",
                        "endurance used by that"),
                rows));
    }

    private static List<String> row(Way way, List<TrialGroup> lived, Map<Place, TrialGroup> fresh) {
        TrialGroup oldest =
                lived.stream().reduce((a, b) -> age(b) > age(a) ? b : a).orElseThrow();
        double behind = lived.stream()
                .mapToDouble(group -> behind(group, fresh.get(Place.of(group))))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        double calibrations = oldest.mean(TrialColumns.CALIBRATIONS);
        double bits = oldest.mean(TrialColumns.SRAM_WRITES);
        CostAssumptions costs = CostAssumptions.defaults();
        Footprint cells = new Footprint("", 0, 0, Math.round(oldest.mean(TrialColumns.CHIP_CELLS)), 0, 1, 0);
        CostEstimate rewritten = CostEstimate.of(cells, costs);
        return List.of(
                way.upkeep(),
                way.others().isEmpty() ? "all" : way.others(),
                Age.words(age(oldest)),
                Integer.toString(oldest.trials().size()),
                decimal(oldest.calibrated().mean()),
                decimal(behind),
                number(calibrations),
                number(oldest.mean(TrialColumns.IMAGES_RUN)),
                number(bits),
                known(bits * costs.get(CostQuantity.SRAM_BIT_ENERGY) * FEMTO, Quantity::energy),
                known(calibrations * rewritten.energyJoules(), Quantity::energy),
                known(
                        100 * calibrations / rewritten.lifetimeCalibrations(),
                        share -> String.format(Locale.ROOT, "%.2g %%", share)));
    }

    /** Points; NaN where no chip was calibrated at that age. */
    private static double behind(TrialGroup group, @Nullable TrialGroup fresh) {
        return fresh == null
                ? Double.NaN
                : fresh.calibrated().mean() - group.calibrated().mean();
    }

    /** At the age of its first calibration a kept one is as fresh as any. */
    private static boolean isFirst(TrialGroup group) {
        double from = spec(group).calibration().settings().keptFrom();
        return from > 0 && from == age(group);
    }

    private static ExperimentSpec spec(TrialGroup group) {
        return group.trials().get(0).trial().spec();
    }

    private static double age(TrialGroup group) {
        return spec(group).chip().secondsSinceProgramming();
    }

    /** One line of the table. @param others what else was swept, in words */
    private record Way(String upkeep, String others) {
        static Way of(TrialGroup group) {
            return new Way(spec(group).upkeep().inFiles(), LifeTable.others(group));
        }
    }

    /** What a kept calibration is held against. */
    private record Place(double age, String others) {
        static Place of(TrialGroup group) {
            return new Place(LifeTable.age(group), LifeTable.others(group));
        }
    }

    private static String others(TrialGroup group) {
        return group.words(DriftSettings.AGE.name(), MethodSetting.KEPT_FROM.id(), Settings.UPKEEP.name());
    }

    /** Trials of older versions lack some numbers. */
    private static String known(double value, DoubleFunction<String> words) {
        return Double.isNaN(value) ? "n/a" : words.apply(value);
    }

    private static String decimal(double value) {
        return known(value, one -> String.format(Locale.ROOT, "%.1f", one));
    }

    private static String number(double mean) {
        return mean == Math.rint(mean) ? String.format(Locale.ROOT, "%.0f", mean) : decimal(mean);
    }
}
