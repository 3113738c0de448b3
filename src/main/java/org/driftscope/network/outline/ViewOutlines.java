package org.driftscope.network.outline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.driftscope.network.Tensor;

/** Operators that give the same elements another shape. */
final class ViewOutlines {
    private ViewOutlines() {}

    static void register(Map<String, OutlineRule> rules) {
        rules.put("Identity", call -> List.of(call.input(0)));
        rules.put("Dropout", call -> List.of(call.input(0), Outline.of(Tensor.Type.BOOL, call.shape(0))));
        rules.put("Flatten", ViewOutlines::flatten);
        rules.put("Reshape", ViewOutlines::reshape);
        rules.put("Squeeze", ViewOutlines::squeeze);
        rules.put("Unsqueeze", ViewOutlines::unsqueeze);
    }

    private static List<Outline> flatten(OutlineCall call) {
        long[] shape = call.shape(0);
        long declared = call.attributes().integer("axis", 1);
        int axis = declared == shape.length ? shape.length : call.axis(declared, Math.max(1, shape.length));
        long before = Outline.of(call.type(0), Arrays.copyOf(shape, axis)).size();
        long after = Outline.of(call.type(0), Arrays.copyOfRange(shape, Math.min(axis, shape.length), shape.length))
                .size();
        return call.shaped(before, after);
    }

    private static List<Outline> reshape(OutlineCall call) {
        Outline input = call.input(0);
        long[] asked = call.integers(1);
        long[] target = asked.clone();
        boolean zeroIsZero = call.attributes().integer("allowzero", 0) != 0;
        int open = -1;
        for (int i = 0; i < target.length; i++) {
            if (target[i] == 0 && !zeroIsZero) {
                call.require(i < input.rank(), "keeps axis " + i + " of an input of rank " + input.rank());
                target[i] = input.shape()[i];
            }
            call.require(target[i] >= -1 && (target[i] != -1 || open < 0), "has the target " + Arrays.toString(asked));
            open = target[i] == -1 ? i : open;
        }
        if (open >= 0) {
            target[open] = 1;
            long known = Outline.of(call.type(0), target).size();
            target[open] = known == 0 ? 0 : input.size() / known;
        }
        call.require(
                Outline.of(call.type(0), target).size() == input.size(),
                "cannot give shape " + Arrays.toString(asked) + " to elements of shape "
                        + Arrays.toString(input.shape()));
        return call.shaped(target);
    }

    private static List<Outline> squeeze(OutlineCall call) {
        long[] shape = call.shape(0);
        long[] ones = LongStream.range(0, shape.length)
                .filter(axis -> shape[(int) axis] == 1)
                .toArray();
        boolean[] dropped = new boolean[shape.length];
        for (int axis : call.axes(call.setting("axes", 1, 13, ones), shape.length)) {
            call.require(shape[axis] == 1, "drops axis " + axis + " of shape " + Arrays.toString(shape));
            dropped[axis] = true;
        }
        return call.shaped(LongStream.range(0, shape.length)
                .filter(axis -> !dropped[(int) axis])
                .map(axis -> shape[(int) axis])
                .toArray());
    }

    private static List<Outline> unsqueeze(OutlineCall call) {
        long[] shape = call.shape(0);
        long[] given = call.setting("axes", 1, 13);
        int rank = shape.length + given.length;
        boolean[] added = new boolean[rank];
        for (int axis : call.axes(given, rank)) {
            added[axis] = true;
        }
        long[] out = new long[rank];
        int next = 0;
        for (int i = 0; i < rank; i++) {
            out[i] = added[i] ? 1 : shape[next++];
        }
        return call.shaped(out);
    }
}
