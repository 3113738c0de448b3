package org.driftscope.ui.main;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.CostQuantity;
import org.driftscope.ui.charts.CostRow;
import org.driftscope.ui.settings.CostPreview;

/** The cost table: the calibration that is set, beside retraining on the chip. */
final class CostRows {
    private CostRows() {}

    static List<CostRow> of(CostPreview cost) {
        CostEstimate adapters = cost.adapters();
        CostEstimate retraining = cost.retraining();
        return List.of(
                new CostRow(
                        "SRAM parameters",
                        String.format(Locale.US, "%,d", adapters.footprint().sramParameters()),
                        "",
                        "",
                        String.format(Locale.US, "%.2f %% of the network's parameters", cost.percent())),
                new CostRow(
                        "SRAM size",
                        String.format(Locale.US, "%.1f", adapters.sramBits() / 8.0 / 1024),
                        "KiB",
                        "",
                        "at " + figure(cost, CostQuantity.BITS_PER_PARAMETER) + " bits a parameter"),
                new CostRow(
                        "RRAM cells rewritten",
                        String.format(Locale.US, "%,d", adapters.rramCellWrites()),
                        "",
                        String.format(Locale.US, "0 / %,d", retraining.rramCellWrites()),
                        "retraining writes every cell at least once"),
                row(
                        "Write energy",
                        adapters,
                        retraining,
                        CostEstimate::energyJoules,
                        1e9,
                        "nJ",
                        "SRAM: " + figure(cost, CostQuantity.SRAM_BIT_ENERGY) + " fJ a bit; RRAM: "
                                + figure(cost, CostQuantity.RRAM_PULSE_ENERGY) + " pJ a pulse, "
                                + figure(cost, CostQuantity.RRAM_PULSES_PER_CELL) + " pulses a cell"),
                row(
                        "Write time",
                        adapters,
                        retraining,
                        CostEstimate::seconds,
                        1e6,
                        "µs",
                        "SRAM: " + figure(cost, CostQuantity.SRAM_WORD_TIME) + " ns a word; RRAM: "
                                + figure(cost, CostQuantity.RRAM_ROW_TIME) + " ns a row and pulse"),
                new CostRow(
                        "Calibrations until cells wear out",
                        Double.isInfinite(adapters.lifetimeCalibrations()) ? "unlimited" : "limited",
                        "",
                        String.format(Locale.US, "%,.0f with back-prop.", retraining.lifetimeCalibrations()),
                        "endurance " + figure(cost, CostQuantity.RRAM_ENDURANCE)
                                + " writes; literature spans 1e4 to 1e12"));
    }

    private static String figure(CostPreview cost, CostQuantity quantity) {
        return String.format(Locale.US, "%.4g", cost.assumptions().get(quantity))
                .replaceFirst("\\.?0+$", "");
    }

    private static CostRow row(
            String label,
            CostEstimate adapters,
            CostEstimate retraining,
            ToDoubleFunction<CostEstimate> figure,
            double factor,
            String unit,
            String note) {
        double ours = figure.applyAsDouble(adapters);
        double theirs = figure.applyAsDouble(retraining);
        String ratio = ours > 0 ? String.format(Locale.US, "1 / %,.0f", theirs / ours) : "";
        return new CostRow(label, String.format(Locale.US, "%,.4g", ours * factor), unit, ratio, note);
    }
}
