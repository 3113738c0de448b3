package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;

/**
 * What a method made of a drifted chip.
 *
 * @param network what runs now: the trial's own, or one with other constants
 * @param changes to its layers
 * @param chip the chip with its adapters; without any where the method leaves none
 * @param updatedParameters values that the method set
 * @param sramBits that it holds in SRAM, indices and scales included
 * @param rramWrites cells it rewrote, each counted once
 * @param notes what else is worth knowing, a sentence each
 */
public record Correction(
        Network network,
        Map<String, LayerChange> changes,
        CalibratedChip chip,
        long updatedParameters,
        long sramBits,
        long rramWrites,
        List<String> notes) {
    public Correction {
        notes = List.copyOf(notes);
    }

    /** Of adapters beside an untouched chip. */
    public static Correction ofAdapters(Network network, CalibratedChip chip, List<String> notes) {
        Collection<CalibratedChip.CalibratedLayer> layers = chip.layers().values();
        double bits = layers.stream()
                .map(CalibratedChip.CalibratedLayer::adapter)
                .mapToDouble(adapter -> adapter.sramBits(word()))
                .sum();
        return new Correction(network, chip.changes(), chip, chip.updatedParameters(), Math.round(bits), 0, notes);
    }

    /** With one sentence more. */
    Correction noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Correction(network, changes, chip, updatedParameters, sramBits, rramWrites, more);
    }

    /** SRAM bits of some parameters. */
    static long bits(long parameters) {
        return Math.round(parameters * word());
    }

    private static double word() {
        return CostAssumptions.defaults().get(CostQuantity.BITS_PER_PARAMETER);
    }
}
