package org.driftscope.network.op;

import java.util.List;
import org.driftscope.network.Attributes;
import org.driftscope.network.Tensor;
import org.jspecify.annotations.Nullable;

/** Resize and Upsample: nearest and linear, all axes, with ONNX's ways to place coordinates. */
final class ResizeOperator implements Operator {
    /** Which elements make up one place of an axis: a share of the first, the rest of the second. */
    private record Source(int first, int second, double share) {}

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
        int length = (int) shape[axis];
        int longer = (int) scales.sizes()[axis];
        Source[] sources = new Source[longer];
        for (int i = 0; i < longer; i++) {
            sources[i] = source(call, i, length, longer, scales.scales()[axis]);
        }
        int inner = 1;
        for (int i = axis + 1; i < shape.length; i++) {
            inner *= (int) shape[i];
        }
        int outer = values.length / Math.max(1, length * inner);
        float[] out = new float[outer * longer * inner];
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < longer; i++) {
                for (int k = 0; k < inner; k++) {
                    double first = values[(o * length + sources[i].first()) * inner + k];
                    double second = values[(o * length + sources[i].second()) * inner + k];
                    double share = sources[i].share();
                    out[(o * longer + i) * inner + k] = (float) (share * first + (1 - share) * second);
                }
            }
        }
        return out;
    }

    private static Source source(Call call, int place, int length, int longer, double scale) {
        Attributes settings = call.attributes();
        boolean old = call.opset() < 11;
        double x =
                switch (settings.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel")) {
                    case "asymmetric" -> place / scale;
                    case "align_corners" -> longer == 1 ? 0 : place * (length - 1.0) / (longer - 1);
                    case "half_pixel" -> (place + 0.5) / scale - 0.5;
                    case "pytorch_half_pixel" -> longer > 1 ? (place + 0.5) / scale - 0.5 : 0;
                    default -> throw call.failure("places coordinates in a way that is not supported");
                };
        return switch (settings.text("mode", "nearest")) {
            case "nearest" -> {
                int nearest = within(nearest(settings, old, x), length);
                yield new Source(nearest, nearest, 1);
            }
            case "linear", "bilinear" -> {
                double below = Math.floor(x);
                yield new Source(within(below, length), within(below + 1, length), 1 - (x - below));
            }
            default -> throw call.failure("resizes in a mode that is not supported");
        };
    }

    private static double nearest(Attributes settings, boolean old, double x) {
        return switch (settings.text("nearest_mode", old ? "floor" : "round_prefer_floor")) {
            case "floor" -> Math.floor(x);
            case "ceil" -> Math.ceil(x);
            case "round_prefer_ceil" -> Math.floor(x + 0.5);
            default -> Math.ceil(x - 0.5);
        };
    }

    private static int within(double place, int length) {
        return (int) Math.max(0, Math.min(length - 1, place));
    }
}
