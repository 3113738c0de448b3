package org.driftscope.network.op.product;

import java.util.Arrays;
import java.util.List;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.shape.TransposedWindow;

/** ConvTranspose, 1-D and 2-D, in plain loops: each input element adds its kernel to the output. */
public final class TransposedConvolution implements Operator {
    @Override
    public List<Value> apply(Call call) {
        Tensor x = call.tensor(0);
        Tensor w = call.tensor(1);
        long[] shape = x.shape();
        long[] weight = w.shape();
        int groups = (int) call.attributes().integer("group", 1);
        long[] sizes = Arrays.copyOfRange(shape, 2, shape.length);
        TransposedWindow window =
                TransposedWindow.of(call.attributes(), sizes, Arrays.copyOfRange(weight, 2, weight.length));
        int outputs = (int) weight[1] * groups;
        long[] result = shape.clone();
        result[1] = outputs;
        System.arraycopy(window.outputs(), 0, result, 2, window.outputs().length);
        float[] y = new float[(int) Elements.size(result)];
        int plane = (int) Elements.size(window.outputs());
        for (int i = 0; call.has(2) && i < y.length; i++) {
            y[i] = call.tensor(2).floats()[i / plane % outputs];
        }
        int channels = (int) shape[1];
        int perGroup = channels / groups;
        for (int image = 0; image < shape[0]; image++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int output = 0; output < weight[1]; output++) {
                    int target = image * outputs + channel / perGroup * (int) weight[1] + output;
                    add(
                            x.floats(),
                            (image * channels + channel) * (int) Elements.size(sizes),
                            w.floats(),
                            (channel * (int) weight[1] + output) * (int) Elements.size(window.kernel()),
                            y,
                            target * plane,
                            sizes,
                            window);
                }
            }
        }
        return List.of(Value.of(Tensor.floats(y, result)));
    }

    /** One input plane through one kernel into one output plane. */
    private static void add(
            float[] x, int xAt, float[] w, int wAt, float[] y, int yAt, long[] sizes, TransposedWindow window) {
        int inputs = (int) Elements.size(sizes);
        int taps = (int) Elements.size(window.kernel());
        int cols = (int) sizes[sizes.length - 1];
        for (int i = 0; i < inputs; i++) {
            for (int k = 0; k < taps; k++) {
                int target = window.target(cols, i, k);
                if (target >= 0) {
                    y[yAt + target] += x[xAt + i] * w[wAt + k];
                }
            }
        }
    }
}
