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
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Settings;
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
        Map<Double, TrialGroup> fresh = new LinkedHashMap<>();
        Map<String, List<TrialGroup>> ways = new LinkedHashMap<>();
        for (TrialGroup group : groups) {
            Object way = group.values().get(Settings.UPKEEP.name());
            if (way != null) {
                ways.computeIfAbsent(way.toString(), any -> new ArrayList<>()).add(group);
            } else if (group.number(Settings.of(MethodSetting.KEPT_FROM)) == 0) {
                fresh.put(age(group), group);
            }
        }
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        ways.forEach((way, lived) -> rows.add(row(way, lived, fresh)));
        return Optional.of(new FigureTable(
                List.of(
                        Settings.UPKEEP.name(),
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

    private static List<String> row(String way, List<TrialGroup> lived, Map<Double, TrialGroup> fresh) {
        TrialGroup oldest =
                lived.stream().reduce((a, b) -> age(b) > age(a) ? b : a).orElseThrow();
        double behind = lived.stream()
                .mapToDouble(group -> behind(group, fresh.get(age(group))))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        double calibrations = oldest.mean(TrialColumns.CALIBRATIONS);
        double bits = oldest.mean(TrialColumns.SRAM_WRITES);
        CostAssumptions costs = CostAssumptions.defaults();
        Footprint cells = new Footprint("", 0, 0, Math.round(oldest.mean(TrialColumns.CHIP_CELLS)), 0, 1, 0);
        CostEstimate rewritten = CostEstimate.of(cells, costs);
        return List.of(
                Upkeep.parse(way).inFiles(),
                oldest.words(Settings.UPKEEP.name(), MethodSetting.KEPT_FROM.id())
                        .replaceFirst("^" + DriftSettings.AGE.name() + " ", ""),
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

    private static double age(TrialGroup group) {
        return group.number(DriftSettings.AGE);
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
