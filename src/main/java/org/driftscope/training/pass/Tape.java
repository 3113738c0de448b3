package org.driftscope.training.pass;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.training.gradient.BatchMoments;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.InputGradients;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.driftscope.training.gradient.op.DifferentiableOps;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One run of a graph, kept so that it can be gone through backwards. Its arrays live in the caller's workspace. */
final class Tape {
    /** One node that ran. */
    private record Step(Node node, Recorded recorded) {}

    private final Map<String, INDArray> values;
    private final Map<String, Tensor> constants;
    private final Set<String> wanted;
    private final int opset;
    private final BatchNormMode mode;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Map<String, INDArray> gradients = new HashMap<>();
    private final Map<String, BatchMoments> moments = new HashMap<>();

    /**
     * @param values constants and inputs by name; computed values are added
     * @param wanted names of values whose gradients are needed
     */
    Tape(
            Map<String, INDArray> values,
            Map<String, Tensor> constants,
            int opset,
            Set<String> wanted,
            BatchNormMode mode) {
        this.values = values;
        this.constants = constants;
        this.wanted = wanted;
        this.opset = opset;
        this.mode = mode;
    }

    void run(Node node) {
        OpCall call = new OpCall(
                node, values, constants, opset, mode, (observed, seen) -> moments.put(observed.name(), seen));
        Recorded recorded = DifferentiableOps.of(node.op()).run(call);
        String output = node.outputs().get(0);
        values.put(output, recorded.output());
        if (wanted.contains(output)) {
            steps.push(new Step(node, recorded));
        }
    }

    INDArray value(String name) {
        INDArray value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no value " + name);
        }
        return value;
    }

    /** Passes a gradient of a value back to everything it came from. */
    void backward(String name, INDArray gradient) {
        backward(name, gradient, (value, arrived) -> {});
    }

    /** The same, showing each computed value's whole gradient to a tap. */
    void backward(String name, INDArray gradient, BiConsumer<String, INDArray> tap) {
        gradients.put(name, gradient);
        for (Step step : steps) {
            INDArray arriving = gradients.remove(step.node().outputs().get(0));
            if (arriving != null) {
                tap.accept(step.node().outputs().get(0), arriving);
                step.recorded().backward().pass(arriving, new NodeGradients(step.node()));
            }
        }
    }

    /** Copies a gradient out; zeros where none arrived. */
    void copyGradient(String name, float[] target, int offset) {
        INDArray gradient = gradients.get(name);
        if (gradient != null) {
            float[] values = FloatArrays.copyOf(gradient);
            System.arraycopy(values, 0, target, offset, values.length);
        }
    }

    Map<String, BatchMoments> moments() {
        return moments;
    }

    /** Adds up what arrives at a value from all its uses. */
    private final class NodeGradients implements InputGradients {
        private final Node node;

        NodeGradients(Node node) {
            this.node = node;
        }

        @Override
        public boolean wanted(int input) {
            return wanted.contains(node.input(input));
        }

        @Override
        public void add(int input, INDArray gradient) {
            if (wanted(input)) {
                gradients.merge(node.input(input), gradient, INDArray::add);
            }
        }
    }
}
