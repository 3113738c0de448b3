package org.driftscope.network.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.driftscope.network.Network;
import org.driftscope.network.load.FixedBatch;
import org.driftscope.network.load.ImageShape;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;
import org.driftscope.support.IncompatibleShapeException;
import org.jspecify.annotations.Nullable;

/**
 * What all weightings of one network share: the steps, when each value is read last, and the network's own weights.
 * Values that share memory form a group, which is closed as one.
 */
final class Plan {
    /** The last use of values that outlive the run. */
    static final int NEVER = Integer.MAX_VALUE;

    private final Network network;
    private final List<Step> steps;
    private final List<String> values;
    private final @Nullable Value[] constants;
    private final int[] groups;
    private final int[] lastUses;
    private final int[][] dying;
    private final List<BoundLayer> layers;
    private final List<Cut> cuts;
    private final @Nullable PreparedWeights[] clean;
    private final ArrayPool pool = new ArrayPool();
    private final int fixedBatch;
    private final Set<List<Long>> fitting = ConcurrentHashMap.newKeySet();
    private final AtomicInteger users = new AtomicInteger(1);

    /**
     * @param values names of values by slot
     * @param constants values that are known, by slot
     * @param groups by slot
     * @param lastUses by group: the last step that reads it, or {@link #NEVER}
     */
    Plan(
            Network network,
            List<Step> steps,
            List<String> values,
            @Nullable Value[] constants,
            int[] groups,
            int[] lastUses,
            List<BoundLayer> layers) {
        this.network = network;
        this.steps = List.copyOf(steps);
        this.values = List.copyOf(values);
        this.constants = constants;
        this.groups = groups;
        this.lastUses = lastUses;
        this.layers = List.copyOf(layers);
        this.clean = new PreparedWeights[layers.size()];
        this.dying = dyingByStep();
        this.cuts = Cuts.of(this);
        this.fixedBatch = FixedBatch.of(network);
    }

    Network network() {
        return network;
    }

    /** The only number of images that the network runs with at once; 0 if any will do. */
    int fixedBatch() {
        return fixedBatch;
    }

    /**
     * Checks once for each shape of input that all values can be computed and held.
     *
     * @throws IncompatibleShapeException if images of that shape do not fit
     */
    void requireFit(long[] shape) {
        List<Long> key = Arrays.stream(shape).boxed().toList();
        if (fitting.contains(key)) {
            return;
        }
        ImageShape.check(network, fixedBatch, shape);
        try {
            Outlines.of(network, shape, ValueLimit.configured());
        } catch (OutlineFailure e) {
            throw new IncompatibleShapeException(
                    e.sentence("Check that the images fit the model's input, or export the model again."));
        }
        fitting.add(key);
    }

    List<Step> steps() {
        return steps;
    }

    List<Cut> cuts() {
        return cuts;
    }

    int slots() {
        return values.size();
    }

    String valueName(int slot) {
        return values.get(slot);
    }

    int slot(String value) {
        return values.indexOf(value);
    }

    @Nullable
    Value constant(int slot) {
        return constants[slot];
    }

    int group(int slot) {
        return groups[slot];
    }

    int lastUse(int group) {
        return lastUses[group];
    }

    /** Groups that nothing reads after the step. */
    int[] dyingAfter(int step) {
        return dying[step];
    }

    List<BoundLayer> layers() {
        return layers;
    }

    /** The layer's own weights, prepared on first use and shared. */
    synchronized PreparedWeights cleanWeights(int layer) {
        PreparedWeights prepared = clean[layer];
        if (prepared == null) {
            prepared =
                    layers.get(layer).prepare(network.weights(layers.get(layer).layer()), new float[0]);
            clean[layer] = prepared;
        }
        return prepared;
    }

    /** Memory of values that are done with, for all runs. */
    ArrayPool pool() {
        return pool;
    }

    Plan retain() {
        users.incrementAndGet();
        return this;
    }

    /** Closes the clean weights when the last user has released the plan. */
    synchronized void release() {
        if (users.decrementAndGet() > 0) {
            return;
        }
        pool.close();
        for (int i = 0; i < clean.length; i++) {
            PreparedWeights prepared = clean[i];
            if (prepared != null) {
                prepared.close();
                clean[i] = null;
            }
        }
    }

    private int[][] dyingByStep() {
        List<List<Integer>> lists = new ArrayList<>();
        steps.forEach(step -> lists.add(new ArrayList<>()));
        for (int group = 0; group < lastUses.length; group++) {
            if (lastUses[group] != NEVER && lastUses[group] >= 0) {
                lists.get(lastUses[group]).add(group);
            }
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
