package org.driftscope.ui.main;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.driftscope.cost.CostEstimate;
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
                        "at 16 bits a parameter"),
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
                        "SRAM: MNSIM 2.0; RRAM: 2 pJ a pulse, 16 pulses a cell"),
                row(
                        "Write time",
                        adapters,
                        retraining,
                        CostEstimate::seconds,
                        1e6,
                        "µs",
                        "SRAM: 1 ns a word, assumed; RRAM: PUMA (ASPLOS 2019)"),
                new CostRow(
                        "Calibrations until cells wear out",
                        Double.isInfinite(adapters.lifetimeCalibrations()) ? "unlimited" : "limited",
                        "",
                        String.format(Locale.US, "%,.0f with back-prop.", retraining.lifetimeCalibrations()),
                        "endurance 1e6 writes; literature spans 1e4 to 1e12"));
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
