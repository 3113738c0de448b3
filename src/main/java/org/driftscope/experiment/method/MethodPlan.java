package org.driftscope.experiment.method;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.LayerCrossbars;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;

/**
 * What a method will touch on a network, before it runs.
 *
 * @param footprint parameters, cells and multiply-accumulates; its updates are 1 where it rewrites cells
 * @param updatedParameters values that it sets
 * @param atMost whether the number of parameters is only known not to be exceeded
 */
public record MethodPlan(Footprint footprint, long updatedParameters, boolean atMost) {
    /**
     * Foresees a method. Where only the most affected layers are corrected, those that cost most are taken, and the
     * number of parameters is an upper bound; so it is for allocated ranks, whose budget seldom comes out even.
     *
     * @param chosen layers to correct; of none, no method touches anything
     * @param positions from {@link org.driftscope.network.run.LayerPositions}; empty where they are not known
     */
    public static MethodPlan of(
            Network network,
            Collection<AnalogLayer> chosen,
            LayerCrossbars crossbars,
            CalibrationSpec spec,
            Map<String, Long> positions) {
        if (chosen.isEmpty()) {
            // nothing runs then, not even a method that would train the parameters beside the layers
            return inSram(spec, 0, 0, 0, false);
        }
        TrialMethod way = TrialMethod.of(spec.method());
        int most = spec.settings().mostAffected();
        boolean fewer = SettingUse.LAYERS.matters(spec.method()) && most > 0 && most < chosen.size();
        List<AnalogLayer> layers = chosen.stream()
                .sorted(Comparator.comparingLong(layer -> -way.weight(layer, crossbars.of(layer), spec)))
                .limit(fewer ? most : chosen.size())
                .toList();
        MethodPlan plan = way.foresee(new PlanGround(network, layers, crossbars, positions), spec);
        return new MethodPlan(plan.footprint, plan.updatedParameters, fewer || plan.atMost);
    }

    /** Every cell of all analog layers rewritten once. */
    public static MethodPlan retraining(Network network, LayerCrossbars crossbars) {
        CalibrationSpec spec = CalibrationSpec.defaults().withMethod(Method.BACKPROP);
        return of(network, network.analogLayers(), crossbars, spec, Map.of());
    }

    /**
     * Of a method that leaves the cells as they are.
     *
     * @param parameters values in SRAM
     * @param indexBits bits beside them that say where they belong
     * @param macs multiply-accumulates of one inference
     * @param atMost whether the number of parameters is only known not to be exceeded
     */
    public static MethodPlan inSram(CalibrationSpec spec, long parameters, long indexBits, long macs, boolean atMost) {
        return inSram(spec, parameters, Footprint.Narrow.NONE, indexBits, macs, atMost);
    }

    /** As above. @param narrow parameters in fewer bits than the others */
    static MethodPlan inSram(
            CalibrationSpec spec, long parameters, Footprint.Narrow narrow, long indexBits, long macs, boolean atMost) {
        Footprint footprint = new Footprint(spec.describe(), parameters, narrow, indexBits, 0, 0, 0, macs);
        return new MethodPlan(footprint, parameters, atMost);
    }

    /** Updated parameters in per cent of the network's. */
    public double percent(Network network) {
        return 100.0 * updatedParameters / Math.max(1, network.parameters());
    }
}
