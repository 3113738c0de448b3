package org.driftscope.network.outline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;

/** Normalisations. */
final class NormalizationOutlines {
    private NormalizationOutlines() {}

    static void register(Map<String, OutlineRule> rules) {
        rules.put("BatchNormalization", NormalizationOutlines::batch);
        rules.put("LayerNormalization", NormalizationOutlines::layer);
        rules.put("RMSNormalization", NormalizationOutlines::layer);
        rules.put("InstanceNormalization", call -> byChannel(call, 2));
        rules.put("GroupNormalization", NormalizationOutlines::group);
        rules.put("LRN", call -> {
            call.require(call.attributes().integer("size", 1) > 0, "looks at no channel");
            return byChannel(call, 0);
        });
    }

    /** One number a channel in each of the inputs that follow the first. */
    private static List<Outline> byChannel(OutlineCall call, int settings) {
        long[] shape = call.real(0).shape();
        call.require(shape.length > 1, "normalises an input of shape " + Arrays.toString(shape));
        for (int i = 1; i <= settings; i++) {
            long[] setting = call.real(i).shape();
            call.require(
                    setting.length == 1 && setting[0] == shape[1],
                    "has " + call.input(i) + " as input " + i + " for " + shape[1] + " channels");
        }
        return call.shaped(shape);
    }

    private static List<Outline> batch(OutlineCall call) {
        call.require(call.attributes().integer("spatial", 1) != 0, "normalises pixel by pixel, which is not supported");
        return byChannel(call, 4);
    }

    private static List<Outline> group(OutlineCall call) {
        long[] shape = call.real(0).shape();
        long groups = call.attributes().integer("num_groups", 0);
        call.require(
                shape.length > 1 && groups > 0 && shape[1] % groups == 0,
                "has " + groups + " groups for " + call.input(0));
        long settings = call.opset() < 21 ? groups : shape[1];
        for (int i = 1; i < 3; i++) {
            call.require(
                    Arrays.equals(call.real(i).shape(), new long[] {settings}),
                    "has " + call.input(i) + " as input " + i + " for " + settings + " groups or channels");
        }
        return call.shaped(shape);
    }

    private static List<Outline> layer(OutlineCall call) {
        long[] shape = call.real(0).shape();
        int axis = call.axis(call.attributes().integer("axis", -1), shape.length);
        call.real(1);
        call.requireRepeats(1, shape);
        if (call.has(2)) {
            call.real(2);
            call.requireRepeats(2, shape);
        }
        long[] statistics = shape.clone();
        Arrays.fill(statistics, axis, shape.length, 1);
        Outline each = Outline.of(Tensor.Type.FLOAT, statistics);
        return List.of(Outline.of(Tensor.Type.FLOAT, shape), each, each)
                .subList(0, Math.max(1, Math.min(3, call.outputs())));
    }
}
