package org.driftscope.network.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.shape.TransposedWindow;
import org.driftscope.network.op.shape.Window;

/** Convolutions and poolings. */
final class WindowOutlines {
    private WindowOutlines() {}

    static void register(Map<String, OutlineRule> rules) {
        rules.put("Conv", WindowOutlines::convolution);
        rules.put("ConvTranspose", WindowOutlines::transposed);
        rules.put("MaxPool", WindowOutlines::maximum);
        rules.put("AveragePool", call -> {
            call.real(0);
            return call.shaped(pooled(call));
        });
        rules.put("GlobalAveragePool", WindowOutlines::global);
        rules.put("GlobalMaxPool", WindowOutlines::global);
    }

    private static long[] spatial(OutlineCall call) {
        long[] shape = call.shape(0);
        call.require(
                shape.length == 3 || shape.length == 4,
                "slides over an input of shape " + Arrays.toString(shape) + "; only 1-D and 2-D ones run");
        return Arrays.copyOfRange(shape, 2, shape.length);
    }

    private static List<Outline> convolution(OutlineCall call) {
        call.real(0);
        long[] weight = call.real(1).shape();
        long[] sizes = spatial(call);
        long groups = call.attributes().integer("group", 1);
        long channels = call.shape(0)[1];
        call.require(
                weight.length == call.rank(0) && Arrays.stream(weight).allMatch(size -> size > 0),
                "has a weight of shape " + Arrays.toString(weight) + " for " + call.input(0));
        call.require(
                groups > 0 && weight[0] % groups == 0 && channels == groups * weight[1],
                "expects " + groups * weight[1] + " channels but gets " + channels);
        requireBias(call, weight[0]);
        long[] kernel = Arrays.copyOfRange(weight, 2, weight.length);
        Window window = Window.of(call.attributes(), sizes, kernel);
        return call.shaped(with(call.shape(0), weight[0], positions(call, window)));
    }

    private static void requireBias(OutlineCall call, long outputs) {
        if (call.has(2)) {
            long[] bias = call.real(2).shape();
            call.require(
                    bias.length == 1 && bias[0] == outputs,
                    "has a bias of shape " + Arrays.toString(bias) + " for " + outputs + " outputs");
        }
    }

    private static List<Outline> transposed(OutlineCall call) {
        call.real(0);
        long[] weight = call.real(1).shape();
        long groups = call.attributes().integer("group", 1);
        long[] sizes = spatial(call);
        call.require(
                weight.length == call.rank(0)
                        && groups > 0
                        && Arrays.stream(weight).allMatch(size -> size > 0)
                        && weight[0] == call.shape(0)[1]
                        && weight[0] % groups == 0,
                "has a weight of shape " + Arrays.toString(weight) + " for " + call.input(0));
        requireBias(call, weight[1] * groups);
        long[] kernel = Arrays.copyOfRange(weight, 2, weight.length);
        requireTransposedSettings(call, sizes.length);
        TransposedWindow window = TransposedWindow.of(call.attributes(), sizes, kernel);
        long[] outputs = window.outputs();
        boolean same = call.attributes().text("auto_pad", "").startsWith("SAME")
                && call.attributes().integers("output_shape").length == 0;
        call.require(
                !same || window.isFilled(call.attributes(), sizes),
                "has a kernel too small for its auto_pad to give " + Arrays.toString(outputs)
                        + ", of which engines make different things");
        call.require(Arrays.stream(outputs).allMatch(size -> size > 0), "gives shape " + Arrays.toString(outputs));
        return call.shaped(with(call.shape(0), weight[1] * groups, outputs));
    }

    private static void requireTransposedSettings(OutlineCall call, int axes) {
        for (String name : List.of("strides", "dilations", "output_padding")) {
            requireCount(call, name, axes);
        }
        requireCount(call, "pads", 2 * axes);
        int asked = call.attributes().integers("output_shape").length;
        call.require(asked == 0 || asked >= axes, "has " + asked + " numbers as output_shape for " + axes + " axes");
    }

    private static void requireCount(OutlineCall call, String name, int count) {
        int given = call.attributes().integers(name, new long[count]).length;
        call.require(given == count, "has " + given + " numbers as " + name + " where " + count + " belong");
    }

    private static List<Outline> maximum(OutlineCall call) {
        call.number(0);
        long[] shape = pooled(call);
        List<Outline> outputs = new ArrayList<>(call.shaped(shape));
        if (call.outputs() > 1) {
            outputs.add(Outline.of(Tensor.Type.INT, shape));
        }
        return outputs;
    }

    private static long[] pooled(OutlineCall call) {
        long[] sizes = spatial(call);
        call.require(
                call.attributes().integers("kernel_shape").length == sizes.length,
                "has a kernel_shape that does not fit " + call.input(0));
        Window window = Window.of(call.attributes(), sizes);
        return with(call.shape(0), call.shape(0)[1], positions(call, window));
    }

    private static long[] positions(OutlineCall call, Window window) {
        call.require(
                Arrays.stream(window.outputs()).allMatch(size -> size > 0),
                "has a window larger than its input of shape " + Arrays.toString(call.shape(0)));
        return window.outputs();
    }

    private static long[] with(long[] shape, long channels, long... sizes) {
        long[] out = shape.clone();
        out[1] = channels;
        System.arraycopy(sizes, 0, out, 2, sizes.length);
        return out;
    }

    private static List<Outline> global(OutlineCall call) {
        long[] shape = call.real(0).shape().clone();
        call.require(shape.length > 2 && call.input(0).size() > 0, "pools an input of shape " + Arrays.toString(shape));
        Arrays.fill(shape, 2, shape.length, 1);
        return call.shaped(shape);
    }
}
