package org.driftscope.experiment.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.ImageSource;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.training.AdapterTrainer;

/** DoRA adapters trained end to end on labelled calibration images, batch norm frozen; the cells stay as they are. */
final class AdapterBackPropagation implements TrialMethod {
    @Override
    public List<Method> methods() {
        return List.of(Method.BACKPROP_ADAPTERS);
    }

    @Override
    public MethodPlan foresee(PlanGround ground, CalibrationSpec spec) {
        return ground.adapters(spec, spec.rank(), true, false);
    }

    @Override
    public List<Double> rates(Method method) {
        return List.of(1e-3, 3e-3);
    }

    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        Network drifted = trial.driftedNetwork();
        ImageSource images = trial.images();
        int steps = LearningRateGrid.steps(trial.calibration().settings(), images.count());
        Map<String, LayerStatistics> statistics = trial.statistics(progress, cancel);
        Map<String, WeightMatrix> weights = new LinkedHashMap<>();
        trial.layers().forEach(layer -> weights.put(layer, trial.onChip(layer).weights()));
        AdapterTrainer trainer =
                new AdapterTrainer(drifted, weights, trial.calibration().rank());
        LearningRateGrid.Best<CalibratedChip> best = LearningRateGrid.search(
                trial,
                (rate, part) -> {
                    Map<String, AdapterTrainer.Trained> trained = trainer.train(
                            rate,
                            steps,
                            images,
                            trial.bench().preprocessing(),
                            trial.random().child("training"),
                            part,
                            cancel);
                    return trial.calibrated(
                            statistics,
                            layer -> adapter(drifted.analogLayer(layer), Trial.require(trained, layer)),
                            cancel);
                },
                (some, chip) -> trial.bench().evaluateOn(some, trial.bench().network(), chip.changes(), cancel),
                progress);
        return Correction.ofAdapters(trial.bench().network(), best.result(), List.of(best.note()));
    }

    private static Adapter adapter(AnalogLayer layer, AdapterTrainer.Trained trained) {
        return new LowRankAdapter(
                layer.name(),
                trained.rank(),
                layer.rows(),
                layer.cols(),
                layer.groups(),
                trained.a(),
                trained.b(),
                trained.magnitude(),
                new float[0]);
    }
}
