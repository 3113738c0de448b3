package org.driftscope.ui.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.method.ExperimentRunner.Outcome;
import org.driftscope.network.Network;
import org.driftscope.ui.layers.LayerError;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.PointOrigin;
import org.driftscope.ui.state.Score;
import org.jspecify.annotations.Nullable;

/**
 * A finished calibration that the window shows.
 *
 * @param asked the settings it was made with
 * @param outcome what the command line's runner made of them
 * @param origin network, images and build
 */
public record Calibrated(ExplorerState asked, Outcome outcome, PointOrigin origin) {
    private static final int ANY_RANK = 1;

    /** Whether it still belongs to a state: nothing that its method looks at differs. */
    public boolean belongsTo(ExplorerState state) {
        return matches(state)
                && SettingUse.relevant(asked.calibration()).equals(SettingUse.relevant(state.calibration()));
    }

    /** Whether nothing but the rank differs. */
    boolean belongsToButRank(ExplorerState state) {
        return matches(state)
                && SettingUse.relevant(asked.calibration().withRank(ANY_RANK))
                        .equals(SettingUse.relevant(state.calibration().withRank(ANY_RANK)));
    }

    private boolean matches(ExplorerState state) {
        boolean layersMatter = SettingUse.LAYERS.matters(state.calibration().method());
        return asked.onChip().equals(state.onChip())
                && (!layersMatter || asked.ticked().equals(state.ticked()));
    }

    /** Whether a point's numbers are those of a state: nothing that its method looks at differs. */
    static boolean isOf(CalibrationPoint point, ExplorerState state) {
        boolean layersMatter = SettingUse.LAYERS.matters(state.calibration().method());
        return point.onChip().equals(state.onChip())
                && (!layersMatter || point.layers().equals(state.ticked()))
                && SettingUse.relevant(point.calibration()).equals(SettingUse.relevant(state.calibration()));
    }

    public Accuracy drifted() {
        return outcome.result().drifted();
    }

    /** After calibration. */
    public Accuracy accuracy() {
        return outcome.result().calibrated();
    }

    /** (calibrated - drifted) / (clean - drifted); null where drift cost nothing. */
    @Nullable
    public Double recovered() {
        return outcome.result().recovered();
    }

    /** What a layer computes with, in place of its drifted weights; null where the method left it as it was. */
    @Nullable
    public WeightMatrix weights(String layer, WeightMatrix drifted) {
        CalibratedChip.CalibratedLayer fitted = outcome.chip().layers().get(layer);
        if (fitted != null) {
            return outcome.chip().corrected(layer, fitted.adapter(), drifted).weights();
        }
        CalibrationSpec spec = asked.calibration();
        if (!spec.method().is(Method.Trait.REWRITES) || !asked.ticked().contains(layer)) {
            return null;
        }
        Network trained = outcome.correction().network();
        return trained.weights(trained.analogLayer(layer));
    }

    /** Feature errors by layer's name; none where the method fits no layers. */
    public Map<String, LayerError> errors() {
        Map<String, LayerError> errors = new HashMap<>();
        outcome.chip().layers().forEach((name, layer) -> errors.put(name, error(layer)));
        return errors;
    }

    public static LayerError error(CalibratedChip.CalibratedLayer layer) {
        return new LayerError(layer.errorBefore(), layer.errorAfter(), layer.outputVariance());
    }

    /** It on the chart, under a new identity. */
    public CalibrationPoint point() {
        ExperimentResult result = outcome.result();
        return new CalibrationPoint(
                UUID.randomUUID().toString(),
                "",
                false,
                asked.chip(),
                asked.drifting(),
                asked.ticked(),
                asked.calibration(),
                Score.of(result.clean()),
                Score.of(result.drifted()),
                Score.of(result.calibrated()),
                result.updatedParameters(),
                result.updatedPercent(),
                result.sramBits(),
                result.calibrationSeconds(),
                result.notes(),
                origin);
    }
}
