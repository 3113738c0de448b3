package org.driftscope.ui.settings;

import java.util.List;
import java.util.Set;
import org.driftscope.calibration.CalibrationSpec;
import org.driftscope.calibration.CalibrationSpec.Method;
import org.driftscope.cost.AdapterParameters;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.Footprints;
import org.driftscope.network.AnalogLayer;
import org.driftscope.ui.state.ExplorerState;

/**
 * What the chosen calibration would cost, beside what retraining on the chip would.
 *
 * @param adapters the calibration
 * @param retraining every cell of all analog layers rewritten once
 * @param assumptions device figures that both rest on
 * @param percent adapter parameters in per cent of the weights and biases of all analog layers
 */
public record CostPreview(CostEstimate adapters, CostEstimate retraining, CostAssumptions assumptions, double percent) {
    /** Of a choice of layers and settings, before anything runs. */
    public static CostPreview of(List<AnalogLayer> layers, ExplorerState state, CostAssumptions assumptions) {
        CalibrationSpec spec = state.calibration();
        Set<String> ticked = state.ticked();
        List<AnalogLayer> chosen =
                layers.stream().filter(layer -> ticked.contains(layer.name())).toList();
        long parameters = AdapterParameters.count(chosen, spec.rank(), spec.method() == Method.DORA, spec.bias());
        long analog = layers.stream().mapToLong(AnalogLayer::parameters).sum();
        return new CostPreview(
                CostEstimate.of(Footprint.sramOnly("adapters", parameters, 0), assumptions),
                CostEstimate.of(
                        Footprints.ofRewriting(
                                "retraining", layers, state.chip().crossbar(), 1),
                        assumptions),
                assumptions,
                analog == 0 ? 0 : 100.0 * parameters / analog);
    }
}
