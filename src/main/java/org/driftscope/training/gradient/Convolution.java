package org.driftscope.training.gradient;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Conv, 2-D, grouped or not; weights [outputs, inputs of a group, height, width]. */
final class Convolution {
    /** ND4J's NCHW, and its weight format [outputs, inputs, height, width]. */
    private static final long[] LAYOUT = {0, 1};

    private Convolution() {}

    static Recorded run(OpCall call) {
        long groups = call.attributes().integer("group", 1);
        INDArray weight = call.input(1);
        Window window = Window.of(call, weight.size(2), weight.size(3));
        return groups == 1 ? whole(call, window) : grouped(call, window, groups);
    }

    private static Recorded whole(OpCall call, Window window) {
        INDArray input = call.input(0);
        INDArray weight = call.input(1);
        long[] settings = window.settings(LAYOUT);
        INDArray output = call.has(2)
                ? NativeOp.run("conv2d", settings, input, weight, call.input(2))[0]
                : NativeOp.run("conv2d", settings, input, weight)[0];
        return new Recorded(output, (gradient, inputs) -> {
            INDArray[] gradients = NativeOp.run("conv2d_bp", settings, input, weight, gradient);
            inputs.add(0, gradients[0]);
            inputs.add(1, gradients[1]);
            addBias(call, gradient, inputs);
        });
    }

    private static Recorded grouped(OpCall call, Window window, long groups) {
        INDArray input = call.input(0);
        INDArray weight = call.input(1);
        long[] settings = window.settings(LAYOUT);
        INDArray[] outputs = new INDArray[(int) groups];
        for (int g = 0; g < groups; g++) {
            outputs[g] = NativeOp.run("conv2d", settings, part(input, 1, g, groups), part(weight, 0, g, groups))[0];
        }
        INDArray output = Nd4j.concat(1, outputs);
        if (call.has(2)) {
            output.addi(call.input(2).reshape(1, weight.size(0), 1, 1));
        }
        return new Recorded(output, (gradient, inputs) -> {
            INDArray[] ofInput = new INDArray[(int) groups];
            INDArray[] ofWeight = new INDArray[(int) groups];
            for (int g = 0; g < groups; g++) {
                INDArray[] gradients = NativeOp.run(
                        "conv2d_bp",
                        settings,
                        part(input, 1, g, groups),
                        part(weight, 0, g, groups),
                        part(gradient, 1, g, groups));
                ofInput[g] = gradients[0];
                ofWeight[g] = gradients[1];
            }
            inputs.add(0, Nd4j.concat(1, ofInput));
            inputs.add(1, Nd4j.concat(0, ofWeight));
            addBias(call, gradient, inputs);
        });
    }

    private static void addBias(OpCall call, INDArray gradient, InputGradients inputs) {
        if (call.has(2) && inputs.wanted(2)) {
            inputs.add(2, gradient.sum(0, 2, 3));
        }
    }

    /** The {@code group}-th of {@code groups} equal parts along an axis, copied. */
    private static INDArray part(INDArray array, int axis, int group, long groups) {
        long size = array.size(axis) / groups;
        INDArrayIndex[] index = new INDArrayIndex[array.rank()];
        Arrays.fill(index, NDArrayIndex.all());
        index[axis] = NDArrayIndex.interval(group * size, (group + 1) * size);
        return array.get(index).dup('c');
    }
}
