package org.driftscope.training.gradient.product;

import java.util.Arrays;
import org.driftscope.network.ConvGeometry;
import org.driftscope.training.gradient.InputGradients;
import org.driftscope.training.gradient.NativeOp;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Conv, 1-D and 2-D, grouped or not; weights [outputs, inputs of a group, height, width]. */
public final class ConvolutionGradient {
    /** ND4J's NCHW, and its weight format [outputs, inputs, height, width]. */
    private static final long[] LAYOUT = {0, 1};

    private ConvolutionGradient() {}

    /** 1-D as 2-D of height 1; padding that differs between opposite sides is put around the input first. */
    public static Recorded run(OpCall call) {
        INDArray given = call.input(0);
        long[] shape = call.input(1).shape();
        INDArray whole = flat(given);
        ConvGeometry geometry =
                ConvGeometry.of(call.attributes(), shape).resolved((int) whole.size(2), (int) whole.size(3));
        boolean even = geometry.padTop() == geometry.padBottom() && geometry.padLeft() == geometry.padRight();
        INDArray input = even ? whole : padded(whole, geometry);
        Recorded plain = run(call, input, flat(call.input(1)), even ? geometry : geometry.withoutPadding());
        boolean oneDimension = given.rank() == 3;
        INDArray output = oneDimension ? lines(plain.output()) : plain.output();
        return new Recorded(output, (gradient, inputs) -> plain.backward().pass(flat(gradient), new InputGradients() {
            @Override
            public boolean wanted(int index) {
                return inputs.wanted(index);
            }

            @Override
            public void add(int index, INDArray found) {
                INDArray own = index == 0 && !even ? inner(found, whole, geometry) : found;
                inputs.add(index, index < 2 && oneDimension ? lines(own) : own);
            }
        }));
    }

    /** [n, c, 1, w] of [n, c, w]. */
    private static INDArray flat(INDArray array) {
        return array.rank() == 3 ? array.reshape('c', array.size(0), array.size(1), 1, array.size(2)) : array;
    }

    /** [n, c, w] of [n, c, 1, w]. */
    private static INDArray lines(INDArray array) {
        return array.reshape('c', array.size(0), array.size(1), array.size(3));
    }

    private static INDArray padded(INDArray input, ConvGeometry g) {
        INDArray wide = Nd4j.zeros(
                input.dataType(),
                input.size(0),
                input.size(1),
                input.size(2) + g.padTop() + g.padBottom(),
                input.size(3) + g.padLeft() + g.padRight());
        wide.get(within(input, g)).assign(input);
        return wide;
    }

    private static INDArray inner(INDArray wide, INDArray input, ConvGeometry g) {
        return wide.get(within(input, g)).dup('c');
    }

    private static INDArrayIndex[] within(INDArray input, ConvGeometry g) {
        return new INDArrayIndex[] {
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.interval(g.padTop(), g.padTop() + input.size(2)),
            NDArrayIndex.interval(g.padLeft(), g.padLeft() + input.size(3))
        };
    }

    private static Recorded run(OpCall call, INDArray input, INDArray weight, ConvGeometry geometry) {
        int groups = (int) call.attributes().integer("group", 1);
        GradientWindow window = GradientWindow.of(geometry);
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
