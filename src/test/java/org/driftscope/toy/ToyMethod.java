package org.driftscope.toy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.adapter.TileScaleAdapter;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.method.Correction;
import org.driftscope.experiment.method.MethodPlan;
import org.driftscope.experiment.method.PlanGround;
import org.driftscope.experiment.method.Trial;
import org.driftscope.experiment.method.TrialMethod;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** Multiplies all tiles by one number, which is a setting of its own. */
final class ToyMethod implements TrialMethod {
    private static final SettingUse USE = new SettingUse("toy strength");

    static final MethodSetting STRENGTH = new MethodSetting(
            "toyStrength",
            "Toy strength",
            MethodSetting.Kind.REAL,
            new MethodSetting.Range(0, 2, 1, "0 to 2"),
            USE,
            new MethodSetting.Help("FACTOR", "What the toy multiplies by", value -> "toy strength " + value));

    static final Method METHOD = Method.of("toy", "toy method", Set.of(), USE, SettingUse.LAYERS);

    @Override
    public List<Method> methods() {
        return List.of(METHOD);
    }

    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        double strength = trial.calibration().settings().get(STRENGTH);
        Map<String, LayerStatistics> statistics = trial.statistics(progress, cancel);
        CalibratedChip calibrated = trial.calibrated(
                statistics,
                layer -> scaled(layer, trial.onChip(layer).crossbar().tiles(), (float) strength),
                cancel);
        return Correction.ofAdapters(trial.bench().network(), calibrated, List.of("Strength " + strength + "."));
    }

    private static TileScaleAdapter scaled(String layer, TileGrid tiles, float strength) {
        float[] scales = new float[tiles.count()];
        Arrays.fill(scales, strength);
        return new TileScaleAdapter(layer, tiles, scales);
    }

    @Override
    public MethodPlan foresee(PlanGround ground, CalibrationSpec spec) {
        return ground.adapters(spec, 0, true, false);
    }
}
