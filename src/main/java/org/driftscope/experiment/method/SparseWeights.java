package org.driftscope.experiment.method;

import java.util.List;
import java.util.Map;
import org.driftscope.calibration.MostImportant;
import org.driftscope.calibration.ReadoutEstimate;
import org.driftscope.calibration.SparseSolver;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;

/** The most important weights of all layers restored, as many as the budget pays for, with scale and bias a column. */
final class SparseWeights implements TrialMethod {
    @Override
    public List<Method> methods() {
        return List.of(Method.SPARSE);
    }

    @Override
    public MethodPlan foresee(PlanGround ground, CalibrationSpec spec) {
        long longestIndex = ground.layers().stream()
                .mapToLong(layer -> Long.SIZE - Long.numberOfLeadingZeros(layer.weights() - 1))
                .max()
                .orElse(0);
        return ground.sparse(spec, longestIndex);
    }

    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        long count = Budget.afterScaleAndBias(trial);
        Map<String, LayerStatistics> statistics = trial.statistics(progress, cancel);
        Map<String, OutputFisher> fisher = trial.fisher(progress, cancel);
        Map<String, OutputMoments> outputs = trial.outputs(cancel);
        double noise = trial.calibration().settings().readoutNoise();
        Map<String, SparseSolver> solvers = trial.ofEach(
                layer -> {
                    WeightMatrix readout = readout(
                            trial.target(layer),
                            trial.onChip(layer).weights(),
                            noise,
                            trial.random().child("readout").child(layer));
                    return new SparseSolver(
                            Trial.require(statistics, layer),
                            trial.target(layer),
                            trial.onChip(layer).weights(),
                            readout,
                            Trial.require(fisher, layer),
                            outputs.get(layer),
                            trial.calibration().settings());
                },
                cancel);
        Map<String, float[]> importance =
                trial.ofEach(layer -> Trial.require(solvers, layer).importance(), cancel);
        Map<String, int[]> places = MostImportant.of(importance, count);
        CalibratedChip calibrated = trial.calibrated(
                statistics,
                outputs,
                layer -> Trial.require(solvers, layer).restore(Trial.require(places, layer)),
                cancel);
        Correction correction = Correction.ofAdapters(trial.bench().network(), calibrated, List.of());
        long indexBits = correction.sramBits() - Correction.bits(correction.updatedParameters());
        return new Correction(
                correction.network(),
                correction.changes(),
                correction.chip(),
                correction.updatedParameters(),
                correction.sramBits(),
                0,
                List.of("Of the SRAM bits, " + indexBits + " say which weights are corrected."));
    }

    /** What is known of the weights by a readout, each off by a normal error of a share of the layer's largest |w|. */
    private static WeightMatrix readout(WeightMatrix target, WeightMatrix weights, double noise, RandomSource random) {
        float largest = 0;
        for (float weight : weights.values()) {
            largest = Math.max(largest, Math.abs(weight));
        }
        double[] normal = random.gaussians(weights.values().length);
        float[] values = new float[normal.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (weights.values()[i] + noise * largest * normal[i]);
        }
        return ReadoutEstimate.of(target, new WeightMatrix(weights.rows(), weights.cols(), values), noise * largest);
    }
}
