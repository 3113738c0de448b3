package org.driftscope.cost;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;

/** The methods side by side on one network, before anything runs; back-propagation comes last, to compare with. */
public final class MethodCosts {
    private MethodCosts() {}

    /**
     * @param rank of DoRA and LoRA, capped at each layer's own limit
     * @param updates steps of back-propagation; every one rewrites every cell, unless updates are written once
     */
    public static List<CostEstimate> of(
            Network network, CrossbarSpec spec, int rank, long updates, CostAssumptions assumptions) {
        List<AnalogLayer> layers = network.analogLayers();
        long outputs = layers.stream().mapToLong(AnalogLayer::cols).sum();
        long lowRank = layers.stream().mapToLong(layer -> lowRank(layer, rank)).sum();
        List<Footprint> footprints = new ArrayList<>(List.of(
                Footprint.sramOnly("magnitude only", outputs, 0),
                Footprint.sramOnly("bias only", outputs, 0),
                Footprint.sramOnly("affine", 2 * outputs, 0),
                Footprint.sramOnly("LoRA rank " + rank, lowRank, 0),
                Footprint.sramOnly("DoRA rank " + rank, lowRank + outputs, 0)));
        footprints.add(Footprints.ofRewriting("back-propagation, written once", layers, spec, 1));
        footprints.add(Footprints.ofRewriting("back-propagation, " + updates + " updates", layers, spec, updates));
        return footprints.stream()
                .map(footprint -> CostEstimate.of(footprint, assumptions))
                .toList();
    }

    /** r (d + o), one pair a group. */
    private static long lowRank(AnalogLayer layer, int rank) {
        int groupCols = layer.cols() / layer.groups();
        long used = Math.min(rank, Math.min(layer.rows(), groupCols));
        return used * ((long) layer.rows() * layer.groups() + layer.cols());
    }
}
