package org.driftscope.training.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.network.Attributes;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.NodeEvaluation;
import org.driftscope.network.op.Operators;
import org.driftscope.support.RandomSource;
import org.driftscope.training.gradient.op.DifferentiableOps;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares an operator's gradients with central differences of a random weighting of its output. */
final class FiniteDifferences {
    /** Attributes in old opsets, inputs in new ones. */
    private static final Set<String> SETTINGS_MOVED = Set.of("Clip", "Squeeze", "Unsqueeze", "Slice", "Pad");

    private static final float STEP = 5e-3f;

    private final Node node;
    private final List<Tensor> inputs;
    private final BatchNormMode mode;
    private final int opset;

    /** At opset 13. @param inputs in the node's order; integer ones are settings */
    FiniteDifferences(String op, Attributes attributes, BatchNormMode mode, Tensor... inputs) {
        this(13, op, attributes, mode, inputs);
    }

    FiniteDifferences(int opset, String op, Attributes attributes, BatchNormMode mode, Tensor... inputs) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            names.add("in" + i);
        }
        this.node = new Node("node", op, names, List.of("out"), attributes);
        this.inputs = List.of(inputs);
        this.mode = mode;
        this.opset = opset;
    }

    /** Checks every element of every float input up to {@code checked} inputs. */
    void check(int checked, double tolerance) {
        Recorded recorded = DifferentiableOps.of(node.op()).run(call(inputs));
        compareWithInference(recorded);
        float[] weights = random("weights", (int) recorded.output().length());
        Map<Integer, float[]> gradients = new HashMap<>();
        INDArray arriving = FloatArrays.of(weights, recorded.output().shape());
        recorded.backward().pass(arriving, sink(gradients));
        for (int i = 0; i < checked; i++) {
            if (inputs.get(i).type() != Tensor.Type.FLOAT) {
                continue;
            }
            float[] gradient = gradients.get(i);
            assertThat(gradient)
                    .as("gradient of input %d", i)
                    .hasSize(inputs.get(i).size());
            for (int e = 0; e < gradient.length; e++) {
                assertThat((double) gradient[e])
                        .as("%s, input %d, element %d", node.op(), i, e)
                        .isCloseTo(difference(i, e, weights), within(tolerance));
            }
        }
    }

    /** Training and inference have operators of their own; they give the same. */
    private void compareWithInference(Recorded recorded) {
        if (!Operators.supports(node.op(), opset) || mode == BatchNormMode.TRAINING) {
            return;
        }
        Map<String, Tensor> known = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            known.put("in" + i, inputs.get(i));
        }
        boolean settingsAreAttributes = inputs.size() == 1 && SETTINGS_MOVED.contains(node.op());
        Tensor expected = NodeEvaluation.run(node, settingsAreAttributes ? 9 : opset, known)
                .get(0);
        assertThat(recorded.output().shape()).isEqualTo(expected.shape());
        assertThat(FloatArrays.copyOf(recorded.output()))
                .as("%s forwards", node.op())
                .containsExactly(numbers(expected), within(2e-4f));
    }

    /** True and false as 1 and 0. */
    private static float[] numbers(Tensor tensor) {
        if (tensor.type() == Tensor.Type.FLOAT) {
            return tensor.floats();
        }
        float[] flags = new float[tensor.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = tensor.longs()[i];
        }
        return flags;
    }

    private double difference(int input, int element, float[] weights) {
        return (weighted(moved(input, element, STEP), weights) - weighted(moved(input, element, -STEP), weights))
                / (2 * STEP);
    }

    private List<Tensor> moved(int input, int element, float by) {
        List<Tensor> copy = new ArrayList<>(inputs);
        float[] values = inputs.get(input).floats().clone();
        values[element] += by;
        copy.set(input, Tensor.floats(values, inputs.get(input).shape()));
        return copy;
    }

    private double weighted(List<Tensor> values, float[] weights) {
        float[] output = FloatArrays.copyOf(
                DifferentiableOps.of(node.op()).run(call(values)).output());
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
            sum += (double) output[i] * weights[i];
        }
        return sum;
    }

    private OpCall call(List<Tensor> values) {
        Map<String, INDArray> arrays = new HashMap<>();
        Map<String, Tensor> constants = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Tensor tensor = values.get(i);
            if (tensor.type() != Tensor.Type.INT) {
                arrays.put("in" + i, FloatArrays.of(numbers(tensor), tensor.shape()));
            }
            constants.put("in" + i, tensor);
        }
        return new OpCall(node, arrays, constants, opset, mode, (seen, moments) -> {});
    }

    private static InputGradients sink(Map<Integer, float[]> gradients) {
        return new InputGradients() {
            @Override
            public boolean wanted(int input) {
                return true;
            }

            @Override
            public void add(int input, INDArray gradient) {
                gradients.put(input, FloatArrays.copyOf(gradient));
            }
        };
    }

    /** N(0, 1) numbers that depend on the name only. */
    static float[] random(String name, int size) {
        double[] normals = RandomSource.of(3).child(name).gaussians(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) normals[i];
        }
        return values;
    }
}
