package org.driftscope.ui.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.calibration.ErrorSpectrum;
import org.driftscope.calibration.FeatureError;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.experiment.BenchCalibrations;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.network.LayerChange;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Whose correction is drawn.
 *
 * @param workspace the open network with its images
 * @param chip the chip's settings, and which layers drift
 * @param calibration settings, whose images the layer's statistics come from
 * @param calibrated the calibration that belongs to them; null for none
 * @param source what exported figures were made with
 */
public record CorrectionSubject(
        Workspace workspace,
        ChipChoice chip,
        CalibrationSpec calibration,
        @Nullable Calibrated calibrated,
        Map<String, String> source) {
    /** A layer's error and correction; empty where the layer is on no crossbar. On a worker. */
    Optional<LayerCorrection> look(String layer, int terms, CancelToken cancel) {
        return workspace.use(bench -> Optional.ofNullable(look(bench, layer, terms, cancel)));
    }

    private @Nullable LayerCorrection look(Workbench bench, String layer, int terms, CancelToken cancel) {
        Chip made = bench.chip(chip.spec(), chip.drifting().in(bench.network()), cancel);
        Chip.Layer onChip = made.layers().get(layer);
        if (onChip == null) {
            return null;
        }
        WeightMatrix clean = onChip.crossbar().weights();
        WeightMatrix drifted = onChip.weights();
        BenchCalibrations calibrations = bench.calibrations();
        long seed = chip.spec().seed();
        LayerStatistics inputs = calibrations
                .statistics(calibration, List.of(layer), seed, Progress.none(), cancel)
                .get(layer);
        if (inputs == null) {
            return null;
        }
        OutputMoments outputs = calibrations
                .outputs(made, calibration, List.of(layer), seed, cancel)
                .get(layer);
        FeatureError error = new FeatureError(inputs, clean, drifted, outputs);
        ErrorSpectrum spectrum = inputs.groups() == 1 ? ErrorSpectrum.of(inputs, clean, drifted) : null;
        LowRankAdapter adapter = adapter(layer);
        List<Double> errors = new ArrayList<>();
        if (calibrated != null && adapter != null) {
            for (int k = 0; k <= adapter.rank(); k++) {
                cancel.throwIfCancelled();
                errors.add(error.relative(error.with(corrected(layer, FirstTerms.of(adapter, k), drifted))));
            }
        }
        WeightMatrix now = calibrated == null
                ? null
                : adapter == null || terms >= adapter.rank()
                        ? calibrated.weights(layer, drifted)
                        : corrected(layer, FirstTerms.of(adapter, terms), drifted)
                                .weights();
        return new LayerCorrection(
                layer,
                clean,
                drifted,
                now,
                adapter,
                terms,
                error.relative(error.of(null)),
                after(layer),
                errors,
                spectrum);
    }

    private double after(String layer) {
        CalibratedChip.CalibratedLayer fitted =
                calibrated == null ? null : calibrated.outcome().chip().layers().get(layer);
        return fitted == null ? -1 : FeatureError.relative(fitted.errorAfter(), fitted.outputVariance());
    }

    private LayerChange corrected(String layer, LowRankAdapter adapter, WeightMatrix drifted) {
        return Objects.requireNonNull(calibrated).outcome().chip().corrected(layer, adapter, drifted);
    }

    private @Nullable LowRankAdapter adapter(String layer) {
        CalibratedChip.CalibratedLayer fitted =
                calibrated == null ? null : calibrated.outcome().chip().layers().get(layer);
        return fitted != null && fitted.adapter() instanceof LowRankAdapter low ? low : null;
    }
}
