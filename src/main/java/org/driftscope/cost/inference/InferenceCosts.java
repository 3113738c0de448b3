package org.driftscope.cost.inference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.LayerCrossbars;
import org.driftscope.cost.RangedCost;
import org.driftscope.network.AnalogLayer;

/**
 * What an inference takes, and what each method adds to it.
 *
 * @param analog the layers on crossbars
 * @param methods what each adds
 */
public record InferenceCosts(RangedParts analog, List<Added> methods) {
    /** What is left out. */
    public static final String NOT_MODELLED =
            "Not modelled: moving and buffering activations, batch norm, activation functions, pooling and layers off the"
                    + " crossbars; sums over tiles below each other; control, clocks, leakage; routing and unused cells of"
                    + " a tile. Layers run one after another, without pipelining.";

    /** What one method adds to an inference. @param footprint the method @param parts of what it adds */
    public record Added(Footprint footprint, RangedParts parts) {
        public String label() {
            return footprint.label();
        }
    }

    public InferenceCosts {
        methods = List.copyOf(methods);
    }

    /**
     * Of a network's layers on crossbars.
     *
     * @param layers all that are on crossbars, corrected or not
     * @param positions of each layer's output, by name; empty where images may have any size
     * @param methods as {@code MethodCosts} gives them; those that rewrite cells add nothing and are left out
     * @return empty where positions are not known, or nothing is on crossbars
     */
    public static Optional<InferenceCosts> of(
            Collection<AnalogLayer> layers,
            LayerCrossbars crossbars,
            Map<String, Long> positions,
            List<RangedCost> methods,
            CostAssumptions with) {
        if (positions.isEmpty() || layers.isEmpty()) {
            return Optional.empty();
        }
        List<LayerWork> work = LayerWork.all(layers, crossbars, positions);
        List<Added> added = methods.stream()
                .map(method -> method.cost().footprint())
                .filter(footprint -> footprint.rramCells() == 0)
                .map(footprint -> new Added(footprint, RangedParts.of(with, figures -> figures.added(footprint))))
                .toList();
        return Optional.of(new InferenceCosts(RangedParts.of(with, figures -> figures.analog(work)), added));
    }
}
