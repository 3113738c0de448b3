package org.driftscope.network.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.shape.SliceSpan;

/** Operators that only move elements. */
final class MovementOutlines {
    private MovementOutlines() {}

    static void register(Map<String, OutlineRule> rules) {
        rules.put("Transpose", MovementOutlines::transpose);
        rules.put("Concat", MovementOutlines::concat);
        rules.put("Split", MovementOutlines::split);
        rules.put("Gather", MovementOutlines::gather);
        rules.put("Expand", call -> call.shaped(call.common(call.shape(0), sizes(call, call.integers(1)))));
        rules.put("Slice", MovementOutlines::slice);
        rules.put("Pad", MovementOutlines::pad);
        rules.put("Tile", MovementOutlines::tile);
        rules.put("DepthToSpace", call -> blocks(call, true));
        rules.put("SpaceToDepth", call -> blocks(call, false));
    }

    private static long[] sizes(OutlineCall call, long[] given) {
        call.require(Arrays.stream(given).allMatch(size -> size >= 0), "asks for shape " + Arrays.toString(given));
        return given;
    }

    private static List<Outline> transpose(OutlineCall call) {
        long[] shape = call.shape(0);
        long[] reversed = new long[shape.length];
        Arrays.setAll(reversed, i -> shape.length - 1 - i);
        long[] order = call.attributes().integers("perm", reversed);
        call.require(
                order.length == shape.length, "orders " + order.length + " axes of an input of rank " + shape.length);
        int[] axes = call.axes(order, shape.length);
        return call.shaped(Arrays.stream(axes).mapToLong(axis -> shape[axis]).toArray());
    }

    private static List<Outline> concat(OutlineCall call) {
        long[] shape = call.shape(0).clone();
        int axis = call.axis(call.attributes().integer("axis", 1), shape.length);
        for (int i = 1; i < call.inputs(); i++) {
            long[] other = call.shape(i).clone();
            boolean fits = other.length == shape.length && call.type(i) == call.type(0);
            long size = fits ? other[axis] : 0;
            if (fits) {
                other[axis] = shape[axis];
            }
            call.require(
                    fits && Arrays.equals(other, shape),
                    "joins " + call.input(0) + " and " + call.input(i) + " along axis " + axis + ", which do not fit");
            shape[axis] += size;
        }
        return call.shaped(shape);
    }

    private static List<Outline> split(OutlineCall call) {
        long[] shape = call.shape(0);
        int axis = call.axis(call.attributes().integer("axis", 0), shape.length);
        long[] sizes = splitSizes(call, shape[axis]);
        call.require(
                sizes.length >= call.outputs()
                        && Arrays.stream(sizes).allMatch(size -> size >= 0)
                        && Arrays.stream(sizes).sum() == shape[axis],
                "splits an axis of " + shape[axis] + " into " + Arrays.toString(sizes));
        List<Outline> parts = new ArrayList<>();
        for (long size : sizes) {
            long[] part = shape.clone();
            part[axis] = size;
            parts.add(Outline.of(call.type(0), part));
        }
        return parts;
    }

    private static long[] splitSizes(OutlineCall call, long length) {
        int parts = call.outputs();
        long size = (length + parts - 1) / parts;
        long[] equal = new long[parts];
        Arrays.fill(equal, size);
        equal[parts - 1] = length - size * (parts - 1);
        return call.setting("split", 1, 13, equal);
    }

    private static List<Outline> gather(OutlineCall call) {
        long[] shape = call.shape(0);
        Outline indices = call.input(1);
        call.require(indices.type() == Tensor.Type.INT, "takes " + indices + " as places");
        int axis = call.axis(call.attributes().integer("axis", 0), shape.length);
        Tensor known = indices.content();
        for (int i = 0; known != null && i < known.size(); i++) {
            long place = known.longs()[i];
            call.require(
                    place >= -shape[axis] && place < shape[axis],
                    "takes place " + place + " of an axis of " + shape[axis]);
        }
        long[] out = new long[shape.length - 1 + indices.rank()];
        System.arraycopy(shape, 0, out, 0, axis);
        System.arraycopy(indices.shape(), 0, out, axis, indices.rank());
        System.arraycopy(shape, axis + 1, out, axis + indices.rank(), shape.length - axis - 1);
        return call.shaped(out);
    }

    private static List<Outline> slice(OutlineCall call) {
        long[] shape = call.shape(0).clone();
        long[] starts = call.setting("starts", 1, 10);
        long[] ends = call.setting("ends", 2, 10);
        long[] first = new long[starts.length];
        Arrays.setAll(first, i -> i);
        int[] axes = call.axes(call.setting("axes", 3, 10, first), shape.length);
        long[] steps = new long[starts.length];
        Arrays.fill(steps, 1);
        steps = call.has(4) ? call.integers(4) : steps;
        call.require(
                ends.length == starts.length && axes.length == starts.length && steps.length == starts.length,
                "has " + starts.length + " starts, " + ends.length + " ends, " + axes.length + " axes and "
                        + steps.length + " steps");
        for (int i = 0; i < axes.length; i++) {
            call.require(steps[i] != 0, "has a step of 0");
            shape[axes[i]] =
                    SliceSpan.of(starts[i], ends[i], steps[i], shape[axes[i]]).count();
        }
        return call.shaped(shape);
    }

    private static List<Outline> pad(OutlineCall call) {
        long[] shape = call.shape(0).clone();
        int rank = shape.length;
        long[] pads = call.setting("pads", 1, 11);
        int[] axes = new int[rank];
        Arrays.setAll(axes, i -> i);
        axes = call.has(3) ? call.axes(call.integers(3), rank) : axes;
        call.require(pads.length == 2 * axes.length, "has " + pads.length + " pads for " + axes.length + " axes");
        if (call.opset() >= 11 && call.has(2)) {
            Outline filler = call.input(2);
            call.require(filler.size() == 1 && filler.type() == call.type(0), "fills with " + filler);
        }
        String mode = call.attributes().text("mode", "constant");
        call.require(List.of("constant", "edge", "reflect", "wrap").contains(mode), "pads in mode '" + mode + "'");
        for (int i = 0; i < axes.length; i++) {
            long size = shape[axes[i]];
            long padded = saturated(saturated(size, pads[i]), pads[axes.length + i]);
            call.require(
                    padded >= 0 && (size > 0 || padded == 0 || mode.equals("constant")),
                    "pads an axis of " + size + " by " + pads[i] + " and " + pads[axes.length + i]);
            shape[axes[i]] = padded;
        }
        return call.shaped(shape);
    }

    private static long saturated(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    private static List<Outline> tile(OutlineCall call) {
        long[] shape = call.shape(0).clone();
        long[] repeats = sizes(call, call.integers(1));
        call.require(
                repeats.length == shape.length,
                "repeats " + repeats.length + " axes of an input of rank " + shape.length);
        for (int i = 0; i < shape.length; i++) {
            call.require(Math.multiplyHigh(shape[i], repeats[i]) == 0, "repeats without end");
            shape[i] *= repeats[i];
        }
        return call.shaped(shape);
    }

    private static List<Outline> blocks(OutlineCall call, boolean spread) {
        long[] s = call.shape(0);
        long block = call.attributes().integer("blocksize", 0);
        call.require(s.length == 4 && block > 0 && block < 1 << 15, "has blocks of " + block + " for " + call.input(0));
        boolean fits = spread ? s[1] % (block * block) == 0 : s[2] % block == 0 && s[3] % block == 0;
        call.require(fits, "cuts " + call.input(0) + " into blocks of " + block);
        return spread
                ? call.shaped(s[0], s[1] / (block * block), s[2] * block, s[3] * block)
                : call.shaped(s[0], s[1] * block * block, s[2] / block, s[3] / block);
    }
}
