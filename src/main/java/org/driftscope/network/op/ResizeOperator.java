package org.driftscope.network.op;

import java.util.List;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.shape.ResizeAxis;
import org.driftscope.network.op.shape.ResizeScales;
import org.jspecify.annotations.Nullable;

/** Resize and Upsample: nearest, linear and cubic, all axes, with ONNX's ways to place coordinates. */
final class ResizeOperator implements Operator {
    @Override
    public List<Value> apply(Call call) {
        Tensor in = call.tensor(0);
        @Nullable Tensor[] given = new Tensor[call.inputs()];
        for (int i = 1; i < given.length; i++) {
            given[i] = call.has(i) ? call.tensor(i) : null;
        }
        ResizeScales scales = ResizeScales.of(call.attributes(), call.opset(), in.shape(), given);
        float[] values = in.floats();
        long[] shape = in.shape();
        for (int axis = 0; axis < shape.length; axis++) {
            if (scales.sizes()[axis] != shape[axis] || scales.scales()[axis] != 1) {
                values = along(call, values, shape, axis, scales);
                shape[axis] = scales.sizes()[axis];
            }
        }
        return List.of(Value.of(Tensor.floats(values, shape)));
    }

    private static float[] along(Call call, float[] values, long[] shape, int axis, ResizeScales scales) {
        int longer = (int) scales.sizes()[axis];
        int length = (int) shape[axis];
        ResizeAxis places = ResizeAxis.of(call.attributes(), call.opset(), length, longer, scales.scales()[axis]);
        int inner = 1;
        for (int i = axis + 1; i < shape.length; i++) {
            inner *= (int) shape[i];
        }
        int outer = values.length / Math.max(1, length * inner);
        float[] out = new float[outer * longer * inner];
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < longer; i++) {
                int[] sources = places.sources()[i];
                double[] shares = places.shares()[i];
                for (int k = 0; k < inner; k++) {
                    double sum = 0;
                    for (int s = 0; s < sources.length; s++) {
                        sum += shares[s] * values[(o * length + sources[s]) * inner + k];
                    }
                    out[(o * longer + i) * inner + k] = (float) sum;
                }
            }
        }
        return out;
    }
}
