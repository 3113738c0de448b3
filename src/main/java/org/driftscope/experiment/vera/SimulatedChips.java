package org.driftscope.experiment.vera;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.support.CancelToken;

/** Chips of a kind that a factory simulates before it makes one: of the same settings, with seeds of their own. */
public final class SimulatedChips {
    /** Far from the seeds that people choose. */
    public static final long FIRST_SEED = 0x5EED_FAC7_0000L;

    private final Workbench bench;
    private final List<ChipSpec> specs;
    private final List<String> layers;

    /**
     * @param like the kind; a chip of this very seed is never among those simulated
     * @param count how many, 1 or more
     * @param layers those on the chips
     */
    public SimulatedChips(Workbench bench, ChipSpec like, int count, Collection<String> layers) {
        this.bench = bench;
        this.layers = List.copyOf(layers);
        this.specs = seeds(like.seed(), count).stream()
                .map(seed -> like.withSeed(seed).withAge(0))
                .toList();
    }

    private static List<Long> seeds(long taken, int count) {
        List<Long> seeds = new ArrayList<>();
        for (long seed = FIRST_SEED; seeds.size() < count; seed++) {
            if (seed != taken) {
                seeds.add(seed);
            }
        }
        return seeds;
    }

    /** What they are made as, all at once after programming. */
    public List<ChipSpec> specs() {
        return specs;
    }

    public int count() {
        return specs.size();
    }

    /** One of them at an age. */
    public Chip chip(int index, double age, CancelToken cancel) {
        return bench.chip(specs.get(index).withAge(age), layers, cancel);
    }

    /** All at an age. */
    List<Chip> at(double age, CancelToken cancel) {
        List<Chip> chips = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            cancel.throwIfCancelled();
            chips.add(chip(i, age, cancel));
        }
        return chips;
    }

    /** Weights of a layer on several chips. */
    static List<WeightMatrix> weights(List<Chip> chips, String layer) {
        return chips.stream()
                .map(chip -> {
                    Chip.Layer onChip = chip.layers().get(layer);
                    if (onChip == null) {
                        throw new IllegalStateException("no cells of layer " + layer);
                    }
                    return onChip.weights();
                })
                .toList();
    }
}
