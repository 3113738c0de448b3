package org.driftscope.ui.settings;

import java.util.List;
import java.util.Set;
import org.driftscope.calibration.CalibrationSpec;
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
 * @param percent adapter parameters in per cent of the network's
 */
public record CostPreview(CostEstimate adapters, CostEstimate retraining, CostAssumptions assumptions, double percent) {
    /**
     * Of a choice of layers and settings, before anything runs.
     *
     * @param layers all analog layers
     * @param networkParameters learned parameters of the network
     */
    public static CostPreview of(
            List<AnalogLayer> layers, long networkParameters, ExplorerState state, CostAssumptions assumptions) {
        CalibrationSpec spec = state.calibration();
        Set<String> ticked = state.ticked();
        List<AnalogLayer> chosen =
                layers.stream().filter(layer -> ticked.contains(layer.name())).toList();
        int rank = spec.method().hasRank() ? spec.rank() : 0;
        long parameters = AdapterParameters.count(chosen, rank, spec.hasMagnitude(), spec.hasBias());
        return new CostPreview(
                CostEstimate.of(Footprint.sramOnly("adapters", parameters, 0), assumptions),
                CostEstimate.of(
                        Footprints.ofRewriting(
                                "retraining", layers, state.chip().crossbar(), 1),
                        assumptions),
                assumptions,
                100.0 * parameters / Math.max(1, networkParameters));
    }
}
