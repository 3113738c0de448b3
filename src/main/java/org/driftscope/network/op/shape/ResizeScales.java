package org.driftscope.network.op.shape;

import java.util.Arrays;
import org.driftscope.network.Attributes;
import org.driftscope.network.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The sizes that a Resize or Upsample asks for.
 *
 * @param sizes of the result
 * @param scales result over input, as the coordinates are worked out with
 */
public record ResizeScales(long[] sizes, double[] scales) {
    /**
     * Upsample has scales as an attribute at opset 7 and as an input from 9 on; Resize has scales as input 1 at opset 10,
     * as input 2, or sizes as input 3, from 11 on.
     *
     * @param inputs constants by position
     * @throws IllegalArgumentException with the reason, where they do not fit
     */
    public static ResizeScales of(Attributes attributes, int opset, long[] shape, @Nullable Tensor... inputs) {
        int[] axes = axes(attributes, shape.length);
        Tensor sizes = inputs.length > 3 ? inputs[3] : null;
        float[] factors = attributes.reals("scales");
        Tensor scales = inputs.length < 2 ? null : inputs.length > 2 ? inputs[2] : inputs[1];
        if (scales != null && scales.type() == Tensor.Type.FLOAT && scales.size() > 0) {
            factors = scales.floats();
        }
        return sizes != null && sizes.size() > 0
                ? bySizes(attributes, shape, axes, sizes)
                : byScales(shape, axes, factors);
    }

    private static int[] axes(Attributes attributes, int rank) {
        long[] all = new long[rank];
        Arrays.setAll(all, i -> i);
        long[] given = attributes.integers("axes", all);
        int[] axes = new int[given.length];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = (int) (given[i] < 0 ? given[i] + rank : given[i]);
            if (axes[i] < 0 || axes[i] >= rank) {
                throw new IllegalArgumentException("resizes axis " + given[i] + " of an input of rank " + rank);
            }
        }
        return axes;
    }

    private static ResizeScales byScales(long[] shape, int[] axes, float[] factors) {
        if (factors.length != axes.length) {
            throw new IllegalArgumentException("has " + factors.length + " scales for " + axes.length + " axes");
        }
        long[] sizes = shape.clone();
        double[] scales = ones(shape.length);
        for (int i = 0; i < axes.length; i++) {
            if (!(factors[i] > 0) || factors[i] > 1 << 16) {
                throw new IllegalArgumentException("has the scale " + factors[i]);
            }
            scales[axes[i]] = factors[i];
            sizes[axes[i]] = (long) Math.floor(shape[axes[i]] * (double) factors[i]);
        }
        return checked(sizes, scales);
    }

    private static ResizeScales bySizes(Attributes attributes, long[] shape, int[] axes, Tensor asked) {
        if (asked.type() != Tensor.Type.INT || asked.size() != axes.length) {
            throw new IllegalArgumentException("has " + asked + " as sizes of " + axes.length + " axes");
        }
        String policy = attributes.text("keep_aspect_ratio_policy", "stretch");
        long[] sizes = shape.clone();
        double[] scales = ones(shape.length);
        double common = policy.equals("not_larger") ? Double.POSITIVE_INFINITY : 0;
        for (int i = 0; i < axes.length; i++) {
            sizes[axes[i]] = asked.longs()[i];
            scales[axes[i]] = (double) asked.longs()[i] / shape[axes[i]];
            common =
                    policy.equals("not_larger") ? Math.min(common, scales[axes[i]]) : Math.max(common, scales[axes[i]]);
        }
        for (int axis : policy.equals("stretch") ? new int[0] : axes) {
            scales[axis] = common;
            sizes[axis] = (long) Math.floor(shape[axis] * common + 0.5);
        }
        return checked(sizes, scales);
    }

    private static ResizeScales checked(long[] sizes, double[] scales) {
        if (Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("gives shape " + Arrays.toString(sizes));
        }
        return new ResizeScales(sizes, scales);
    }

    private static double[] ones(int rank) {
        double[] ones = new double[rank];
        Arrays.fill(ones, 1);
        return ones;
    }
}
