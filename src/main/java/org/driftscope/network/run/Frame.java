package org.driftscope.network.run;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Layouts;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.driftscope.support.CancelToken;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One run of a plan: the values so far, and the arrays that it must close. */
final class Frame implements AutoCloseable {
    private final Plan plan;
    private final LayerProduct[] weights;
    private final @Nullable FeatureTap tap;
    private final ImageNumbers images;
    private final CancelToken cancel;
    private final @Nullable Value[] values;
    private final @Nullable INDArray[] owned;

    /**
     * @param images which ones enter
     * @param cancel looked at before each step: one image of a large network takes a while
     */
    Frame(Plan plan, LayerProduct[] weights, @Nullable FeatureTap tap, ImageNumbers images, CancelToken cancel) {
        this.plan = plan;
        this.images = images;
        this.cancel = cancel;
        this.weights = weights;
        this.tap = tap;
        this.values = new Value[plan.slots()];
        this.owned = new INDArray[plan.slots()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = plan.constant(slot);
        }
    }

    /** Sets a value that belongs to the caller. */
    void feed(int slot, Value value) {
        values[slot] = value;
    }

    /** Sets a value that the run closes. */
    void feedOwned(int slot, INDArray array) {
        values[slot] = Value.of(array);
        owned[plan.group(slot)] = array;
    }

    /** Runs steps {@code first} to {@code last}, both included. */
    void run(int first, int last) {
        for (int i = first; i <= last; i++) {
            cancel.throwIfCancelled();
            run(i, plan.steps().get(i));
        }
    }

    private void run(int index, Step step) {
        if (step.memory() == Operator.Memory.SHARED) {
            makeChannelsFirst(step.inputs()[0]);
        }
        try (Call call =
                new Call(step.node(), plan.network().opset(), inputs(step), overwritable(index, step), plan.pool())) {
            keep(step, step.isAnalog() ? analog(step, call) : outputsOf(step, call));
        }
        for (int group : plan.dyingAfter(index)) {
            closeOwned(group);
        }
    }

    private static List<Value> outputsOf(Step step, Call call) {
        Operator operator = step.operator();
        if (operator == null) {
            throw new IllegalStateException("a step that is neither a layer nor an operator: " + step.node());
        }
        return operator.apply(call);
    }

    private List<Value> analog(Step step, Call call) {
        BoundLayer layer = plan.layers().get(step.layer());
        return List.of(AnalogKernel.run(layer, call, weights[step.layer()], tap, images));
    }

    private List<@Nullable Value> inputs(Step step) {
        List<@Nullable Value> inputs = new ArrayList<>(step.inputs().length);
        for (int slot : step.inputs()) {
            inputs.add(slot < 0 ? null : values[slot]);
        }
        return inputs;
    }

    private boolean[] overwritable(int index, Step step) {
        boolean[] result = new boolean[step.inputs().length];
        for (int i = 0; i < result.length; i++) {
            int slot = step.inputs()[i];
            result[i] = slot >= 0
                    && owned[plan.group(slot)] != null
                    && plan.lastUse(plan.group(slot)) == index
                    && isOnlyInputOfGroup(step, i);
        }
        return result;
    }

    private boolean isOnlyInputOfGroup(Step step, int input) {
        int group = plan.group(step.inputs()[input]);
        for (int i = 0; i < step.inputs().length; i++) {
            if (i != input && step.inputs()[i] >= 0 && plan.group(step.inputs()[i]) == group) {
                return false;
            }
        }
        return true;
    }

    private void keep(Step step, List<Value> results) {
        for (int i = 0; i < results.size(); i++) {
            Value result = results.get(i);
            int slot = i < step.outputs().length ? step.outputs()[i] : -1;
            if (slot >= 0) {
                values[slot] = result;
            }
            if (result instanceof Value.Native array && !(step.memory() == Operator.Memory.SHARED && i == 0)) {
                own(step, slot, array.array());
            }
        }
    }

    /** Takes over a result's memory: an input's that was overwritten, or new; closes what nothing reads. */
    private void own(Step step, int slot, INDArray array) {
        INDArray memory = array;
        for (int input : step.inputs()) {
            if (input >= 0 && values[input] instanceof Value.Native old && old.array() == array) {
                INDArray overwritten = owned[plan.group(input)];
                memory = overwritten == null ? array.dup('c') : overwritten;
                owned[plan.group(input)] = null;
            }
        }
        if (slot < 0) {
            plan.pool().give(memory);
        } else {
            owned[plan.group(slot)] = memory;
        }
    }

    private void makeChannelsFirst(int slot) {
        if (values[slot] instanceof Value.Native array && array.channelsLast()) {
            INDArray converted = Layouts.channelsFirst(array.array(), plan.pool());
            closeOwned(plan.group(slot));
            feedOwned(slot, converted);
        }
    }

    Value value(int slot) {
        Value value = values[slot];
        if (value == null) {
            throw new IllegalStateException("value " + plan.valueName(slot) + " was not computed");
        }
        return value;
    }

    /** A value's array, in ONNX's order, which the caller then owns. */
    INDArray release(int slot) {
        Value value = value(slot);
        if (!(value instanceof Value.Native array)) {
            return NativeArrays.of(value.tensor());
        }
        if (array.channelsLast()) {
            return Layouts.channelsFirst(array.array(), plan.pool());
        }
        return take(slot, array);
    }

    /** A value's array, NCHW in shape but NHWC in memory where the run has it so, which the caller then owns. */
    INDArray releaseAsItLies(int slot) {
        Value value = value(slot);
        if (value instanceof Value.Native array && array.channelsLast()) {
            return take(slot, array).permute(0, 3, 1, 2);
        }
        return release(slot);
    }

    private INDArray take(int slot, Value.Native value) {
        int group = plan.group(slot);
        if (owned[group] != value.array()) {
            return value.array().dup('c');
        }
        owned[group] = null;
        return value.array();
    }

    private void closeOwned(int group) {
        INDArray array = owned[group];
        if (array != null) {
            plan.pool().give(array);
            owned[group] = null;
        }
    }

    @Override
    public void close() {
        for (int group = 0; group < owned.length; group++) {
            closeOwned(group);
        }
    }
}
