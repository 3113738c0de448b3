package org.driftscope.ui.settings.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.LayerCrossbars;
import org.driftscope.cost.RangedCost;
import org.driftscope.cost.inference.InferenceCosts;
import org.driftscope.experiment.method.MethodCosts;
import org.driftscope.experiment.method.MethodPlan;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.report.cost.InferenceFolder;
import org.driftscope.ui.state.ExplorerState;

/**
 * What the chosen calibration would cost, beside what retraining on the chip and all other methods would.
 *
 * @param plan what the calibration touches
 * @param cost of the calibration
 * @param retraining every cell of all analog layers rewritten once
 * @param methods all methods on the ticked layers that drift, with the settings shown; back-propagation at every step comes last
 * @param inference what an inference takes and methods add to it; empty where images may have any size
 * @param percent updated parameters in per cent of the network's
 */
public record CostPreview(
        MethodPlan plan,
        CostEstimate cost,
        CostEstimate retraining,
        List<RangedCost> methods,
        Optional<InferenceCosts> inference,
        double percent) {

    public CostPreview {
        methods = List.copyOf(methods);
    }

    /** The calibrated layers' cells written at every update: what ratios in the cost tab and on the command line compare with. */
    public CostEstimate retrainingAtEveryUpdate() {
        return methods.get(methods.size() - 1).cost();
    }

    /**
     * Of a choice of layers and settings, before anything runs.
     *
     * @param positions of each layer's output, by name
     */
    public static CostPreview of(Network network, Map<String, Long> positions, ExplorerState state) {
        List<AnalogLayer> all = network.analogLayers();
        List<String> drifting = state.onChip().layersIn(network);
        List<AnalogLayer> ticked = all.stream()
                .filter(layer -> state.ticked().contains(layer.name()) && drifting.contains(layer.name()))
                .toList();
        LayerCrossbars crossbars = layer -> state.chip().crossbarOf(layer, network);
        CostAssumptions figures = state.costs();
        MethodPlan plan = MethodPlan.of(network, ticked, crossbars, state.calibration(), positions);
        MethodPlan whole = MethodPlan.retraining(network, crossbars);
        List<RangedCost> methods = MethodCosts.of(network, ticked, crossbars, state.calibration(), positions, figures);
        return new CostPreview(
                plan,
                CostEstimate.of(plan.footprint(), figures),
                CostEstimate.of(whole.footprint(), figures),
                methods,
                InferenceFolder.of(network, state.chip(), state.drifting(), positions, methods, figures),
                plan.percent(network));
    }
}
