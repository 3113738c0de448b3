package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import org.driftscope.support.Workers;

/** Programs a network's layers and lets them drift. Keeps the programmed crossbars of the last kind of chip. */
final class ChipFoundry {
    private record Programming(CrossbarSpec spec, long seed) {}

    private final Map<String, WeightMatrix> weights;
    private final Workers workers;
    private Programming programming = new Programming(CrossbarSpec.defaults(), 0);
    private Map<String, Crossbar> programmed = new ConcurrentHashMap<>();

    ChipFoundry(Network network, Workers workers) {
        this.weights = network.weights();
        this.workers = workers;
    }

    Chip make(ChipSpec spec, Collection<String> layers, CancelToken cancel) {
        Map<String, Crossbar> crossbars = programmedFor(spec);
        List<String> onChip = new ArrayList<>(weights.keySet());
        onChip.retainAll(List.copyOf(layers));
        List<Callable<Chip.Layer>> tasks = new ArrayList<>();
        onChip.forEach(name -> tasks.add(() -> layer(spec, name, crossbars)));
        List<Chip.Layer> made = workers.runAll(tasks, cancel);
        Map<String, Chip.Layer> chip = new LinkedHashMap<>();
        for (int i = 0; i < made.size(); i++) {
            chip.put(onChip.get(i), made.get(i));
        }
        return new Chip(chip);
    }

    Chip.Layer layer(ChipSpec spec, String layer) {
        return layer(spec, layer, programmedFor(spec));
    }

    private Chip.Layer layer(ChipSpec spec, String name, Map<String, Crossbar> crossbars) {
        WeightMatrix clean = weights.get(name);
        if (clean == null) {
            throw new IllegalArgumentException("no analog layer " + name);
        }
        Crossbar crossbar = crossbars.computeIfAbsent(
                name, n -> Crossbar.program(n, clean, spec.crossbar(), RandomSource.of(spec.seed())));
        CellState drifted = crossbar.drift(spec.drift(), spec.secondsSinceProgramming());
        return new Chip.Layer(crossbar, drifted, crossbar.effectiveWeights(drifted));
    }

    private synchronized Map<String, Crossbar> programmedFor(ChipSpec spec) {
        Programming wanted = new Programming(spec.crossbar(), spec.seed());
        if (!wanted.equals(programming)) {
            programming = wanted;
            programmed = new ConcurrentHashMap<>();
        }
        return programmed;
    }
}
