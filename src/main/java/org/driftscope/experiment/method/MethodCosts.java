package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.Method.Trait;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.LayerCrossbars;
import org.driftscope.cost.RangedCost;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;

/**
 * The methods side by side on one network, before anything runs. Back-propagation comes last and is there twice: its cells
 * written once, when updates are gathered, and at every step, which is what the others are compared with.
 */
public final class MethodCosts {
    private MethodCosts() {}

    /**
     * @param layers to correct
     * @param spec settings that all methods share, such as rank and budget; its method does not matter
     * @param positions from {@link org.driftscope.network.run.LayerPositions}; empty where they are not known
     */
    public static List<RangedCost> of(
            Network network,
            Collection<AnalogLayer> layers,
            LayerCrossbars crossbars,
            CalibrationSpec spec,
            Map<String, Long> positions,
            CostAssumptions assumptions) {
        List<Footprint> footprints = new ArrayList<>();
        for (Method method : Method.all()) {
            boolean possible = TrialMethod.of(method).refusal(network).isEmpty();
            if (!method.is(Trait.REWRITES) && possible) {
                footprints.add(MethodPlan.of(network, layers, crossbars, spec.withMethod(method), positions)
                        .footprint());
            }
        }
        CalibrationSpec training = spec.withMethod(Method.BACKPROP);
        Footprint once =
                MethodPlan.of(network, layers, crossbars, training, positions).footprint();
        int steps = LearningRateGrid.steps(spec.settings(), spec.samples());
        footprints.add(once.named("back-propagation, written once"));
        footprints.add(once.named("back-propagation, " + steps + " updates").updated(steps));
        return footprints.stream()
                .map(footprint -> RangedCost.of(footprint, assumptions))
                .toList();
    }

    /** Energy as a share of that of back-propagation which writes at every step. @param costs as {@link #of} gives them */
    public static double energyRatio(RangedCost cost, List<RangedCost> costs) {
        return cost.cost().energyJoules() / costs.get(costs.size() - 1).cost().energyJoules();
    }
}
