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
        int groups = (int) call.attributes().integer("group", 1);
        INDArray input = call.input(0);
        INDArray weight = call.input(1);
        Window window = Window.of(call, weight.size(2), weight.size(3));
        INDArray kernel = window.isDilated() ? window.spread(weight) : weight;
        long[] settings = window.dense().settings(LAYOUT);
        INDArray[] outputs = new INDArray[groups];
        for (int g = 0; g < groups; g++) {
            outputs[g] = NativeOp.run("conv2d", settings, part(input, 1, g, groups), part(kernel, 0, g, groups))[0];
        }
        INDArray output = joined(1, outputs);
        if (call.has(2)) {
            output.addi(call.input(2).reshape(1, weight.size(0), 1, 1));
        }
        return new Recorded(output, (gradient, inputs) -> {
            INDArray[] ofInput = new INDArray[groups];
            INDArray[] ofKernel = new INDArray[groups];
            for (int g = 0; g < groups; g++) {
                INDArray[] gradients = NativeOp.run(
                        "conv2d_bp",
                        settings,
                        part(input, 1, g, groups),
                        part(kernel, 0, g, groups),
                        part(gradient, 1, g, groups));
                ofInput[g] = gradients[0];
                ofKernel[g] = gradients[1];
            }
            inputs.add(0, joined(1, ofInput));
            INDArray whole = joined(0, ofKernel);
            inputs.add(1, window.isDilated() ? window.gathered(whole) : whole);
            addBias(call, gradient, inputs);
        });
    }

    private static void addBias(OpCall call, INDArray gradient, InputGradients inputs) {
        if (call.has(2) && inputs.wanted(2)) {
            inputs.add(2, gradient.sum(0, 2, 3));
        }
    }

    /** The {@code group}-th of {@code groups} equal parts along an axis; the array itself where there is but one. */
    private static INDArray part(INDArray array, int axis, int group, int groups) {
        if (groups == 1) {
            return array;
        }
        long size = array.size(axis) / groups;
        INDArrayIndex[] index = new INDArrayIndex[array.rank()];
        Arrays.fill(index, NDArrayIndex.all());
        index[axis] = NDArrayIndex.interval(group * size, (group + 1) * size);
        return array.get(index).dup('c');
    }

    private static INDArray joined(int axis, INDArray... parts) {
        return parts.length == 1 ? parts[0] : Nd4j.concat(axis, parts);
    }
}
