package org.driftscope.training.gradient.op;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.NodeEvaluation;
import org.driftscope.network.op.shape.TransposedWindow;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * ConvTranspose, 1-D and 2-D, grouped or not: each input element adds its kernel, times itself, to the output. An input's
 * gradient so gathers the outputs' with its kernel, and a kernel's the outputs' with its inputs. In plain loops.
 */
final class KernelSpread {
    private final float[] x;
    private final float[] w;
    private final TransposedWindow window;
    private final int images;
    private final int channels;
    private final int groups;
    private final int outputsOfGroup;
    private final int cols;

    private KernelSpread(OpCall call, INDArray input, INDArray weight) {
        this.x = FloatArrays.copyOf(input);
        this.w = FloatArrays.copyOf(weight);
        this.window = TransposedWindow.of(call.attributes(), spatial(input), spatial(weight));
        this.images = (int) input.size(0);
        this.channels = (int) input.size(1);
        this.groups = (int) call.attributes().integer("group", 1);
        this.outputsOfGroup = (int) weight.size(1);
        this.cols = (int) input.size(-1);
    }

    private static long[] spatial(INDArray array) {
        return Arrays.copyOfRange(array.shape(), 2, array.rank());
    }

    static Recorded run(OpCall call) {
        INDArray input = call.input(0);
        INDArray weight = call.input(1);
        KernelSpread spread = new KernelSpread(call, input, weight);
        Tensor output = spread.forward(call, input, weight);
        return new Recorded(FloatArrays.of(output.floats(), output.shape()), (gradient, inputs) -> {
            float[] dy = FloatArrays.copyOf(gradient);
            float[] dx = new float[spread.x.length];
            float[] dw = new float[spread.w.length];
            spread.backward(dy, dx, dw);
            inputs.add(0, FloatArrays.of(dx, input.shape()));
            if (inputs.wanted(1)) {
                inputs.add(1, FloatArrays.of(dw, weight.shape()));
            }
            if (call.has(2) && inputs.wanted(2)) {
                inputs.add(2, FloatArrays.of(spread.ofBias(dy), call.input(2).shape()));
            }
        });
    }

    private Tensor forward(OpCall call, INDArray input, INDArray weight) {
        List<String> names = call.node().inputs();
        Map<String, Tensor> known = new HashMap<>();
        known.put(names.get(0), Tensor.floats(x, input.shape()));
        known.put(names.get(1), Tensor.floats(w, weight.shape()));
        if (call.has(2)) {
            known.put(
                    names.get(2),
                    Tensor.floats(
                            FloatArrays.copyOf(call.input(2)), call.input(2).shape()));
        }
        return NodeEvaluation.run(call.node(), call.opset(), known).get(0);
    }

    /** @param dx receives the gradient of the input @param dw that of the kernels */
    private void backward(float[] dy, float[] dx, float[] dw) {
        int inputs = x.length / (images * channels);
        int taps = w.length / (channels * outputsOfGroup);
        int plane = dy.length / (images * groups * outputsOfGroup);
        for (int image = 0; image < images; image++) {
            for (int channel = 0; channel < channels; channel++) {
                int group = channel / (channels / groups);
                for (int output = 0; output < outputsOfGroup; output++) {
                    backward(
                            dy,
                            ((image * groups + group) * outputsOfGroup + output) * plane,
                            dx,
                            (image * channels + channel) * inputs,
                            inputs,
                            dw,
                            (channel * outputsOfGroup + output) * taps,
                            taps);
                }
            }
        }
    }

    /** One output plane through one kernel into one input plane. */
    private void backward(float[] dy, int yAt, float[] dx, int xAt, int inputs, float[] dw, int wAt, int taps) {
        for (int i = 0; i < inputs; i++) {
            for (int k = 0; k < taps; k++) {
                int target = window.target(cols, i, k);
                if (target >= 0) {
                    dx[xAt + i] += dy[yAt + target] * w[wAt + k];
                    dw[wAt + k] += dy[yAt + target] * x[xAt + i];
                }
            }
        }
    }

    private float[] ofBias(float[] dy) {
        int outputs = groups * outputsOfGroup;
        int plane = dy.length / (images * outputs);
        float[] sums = new float[outputs];
        for (int i = 0; i < dy.length; i++) {
            sums[i / plane % outputs] += dy[i];
        }
        return sums;
    }
}
