package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Memo;
import org.driftscope.support.RandomSource;
import org.driftscope.support.Workers;

/**
 * Programs a network's layers and lets them drift. Programmed crossbars and drifted chips are kept, so that trials on the
 * same chip share it. Thread-safe.
 *
 * <p>Memory: {@code 24 sum(d * o)} bytes a chip, within the budget given.
 */
final class ChipFoundry {
    /** @param device by what it says of itself where it writes with an error of its own; else "" */
    private record Programming(CrossbarSpec spec, String device, long seed) {
        static Programming of(ChipSpec chip) {
            String device = chip.drift().writesExactly() ? "" : chip.drift().describe();
            return new Programming(chip.crossbar(), device, chip.seed());
        }
    }

    private record Order(ChipSpec spec, List<String> layers) {}

    private final Network network;
    private final Map<String, WeightMatrix> weights;
    private final Workers workers;
    private final Memo<Programming, Memo<String, Crossbar>> programmed;
    private final Memo<Order, Chip> chips;

    /** @param budgetBytes of the chips that are kept */
    ChipFoundry(Network network, Workers workers, long budgetBytes) {
        this.network = network;
        this.weights = network.weights();
        this.workers = workers;
        long bytes = LayerBytes.ofChip(network);
        this.programmed = new Memo<>(budgetBytes / 2, crossbars -> bytes / 2);
        this.chips = new Memo<>(budgetBytes / 2, chip -> bytes / 2);
    }

    /** @param converters by layer's name, as they follow from the specification; those not named are ideal */
    Chip make(ChipSpec spec, Collection<String> layers, Map<String, LayerConverters> converters, CancelToken cancel) {
        List<String> onChip = new ArrayList<>(weights.keySet());
        onChip.retainAll(List.copyOf(layers));
        List<String> made = spec.onCrossbars(onChip, network);
        return chips.get(new Order(spec, made), () -> manufacture(spec, made, converters, cancel), cancel);
    }

    private Chip manufacture(
            ChipSpec spec, List<String> onChip, Map<String, LayerConverters> converters, CancelToken cancel) {
        spec.kinds().forEach(kind -> kind.drift().requireFits(network.sha256(), weights.keySet(), kind.describe()));
        List<Callable<Chip.Layer>> tasks = new ArrayList<>();
        onChip.forEach(name ->
                tasks.add(() -> layer(spec, name, converters.getOrDefault(name, LayerConverters.ideal()), cancel)));
        List<Chip.Layer> made = workers.runAll(tasks, cancel);
        Map<String, Chip.Layer> chip = new LinkedHashMap<>();
        for (int i = 0; i < made.size(); i++) {
            chip.put(onChip.get(i), made.get(i));
        }
        return new Chip(chip);
    }

    /** With ideal converters. */
    Chip.Layer layer(ChipSpec spec, String layer) {
        return layer(spec, layer, LayerConverters.ideal(), new CancelToken());
    }

    /** With ideal converters, and with what wires take worked out roughly. */
    Chip.Layer layerRoughly(ChipSpec chip, String name) {
        ChipSpec spec = chip.ofLayer(name, network);
        Crossbar crossbar = crossbar(spec, name, new CancelToken());
        return Chip.Layer.roughly(crossbar, crossbar.drift(spec.drift(), spec.secondsSinceProgramming()));
    }

    private Chip.Layer layer(ChipSpec chip, String name, LayerConverters converters, CancelToken cancel) {
        ChipSpec spec = chip.ofLayer(name, network);
        Crossbar crossbar = crossbar(spec, name, cancel);
        CellState drifted = crossbar.drift(spec.drift(), spec.secondsSinceProgramming());
        return Chip.Layer.of(crossbar, drifted, converters);
    }

    /** @param spec of the layer itself */
    private Crossbar crossbar(ChipSpec spec, String name, CancelToken cancel) {
        WeightMatrix clean = weights.get(name);
        if (clean == null) {
            throw new IllegalArgumentException("no analog layer " + name);
        }
        return programmedFor(spec)
                .get(
                        name,
                        () -> Crossbar.program(
                                name, clean, spec.crossbar(), spec.drift(), RandomSource.of(spec.seed())),
                        cancel);
    }

    /** Filled layer by layer, as they are asked for. */
    private Memo<String, Crossbar> programmedFor(ChipSpec spec) {
        return programmed.get(Programming.of(spec), Memo::keepingAll, new CancelToken());
    }
}
