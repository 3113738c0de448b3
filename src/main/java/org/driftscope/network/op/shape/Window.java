package org.driftscope.network.op.shape;

import java.util.Arrays;
import org.driftscope.network.Attributes;

/**
 * A pooling window over spatial axes.
 *
 * @param kernel taps along each axis
 * @param before padding at each axis' start
 * @param after padding at each axis' end
 * @param outputs positions along each axis
 */
public record Window(long[] kernel, long[] strides, long[] dilations, long[] before, long[] after, long[] outputs) {
    /** The window of a pooling node over an input of spatial sizes {@code sizes}. */
    public static Window of(Attributes attributes, long[] sizes) {
        return of(attributes, sizes, attributes.integers("kernel_shape", ones(sizes.length)));
    }

    /** As {@link #of(Attributes, long[])}, of a kernel whose taps along each axis are given. */
    public static Window of(Attributes attributes, long[] sizes, long[] kernel) {
        int rank = sizes.length;
        long[] ones = ones(rank);
        long[] strides = attributes.integers("strides", ones);
        long[] dilations = attributes.integers("dilations", ones);
        String auto = attributes.text("auto_pad", "NOTSET");
        long[] pads = auto.equals("VALID") ? new long[2 * rank] : attributes.integers("pads", new long[2 * rank]);
        long[] before = Arrays.copyOf(pads, rank);
        long[] after = Arrays.copyOfRange(pads, rank, 2 * rank);
        long[] outputs = new long[rank];
        boolean ceil = attributes.integer("ceil_mode", 0) != 0;
        for (int i = 0; i < rank; i++) {
            long extent = dilations[i] * (kernel[i] - 1) + 1;
            if (auto.startsWith("SAME")) {
                outputs[i] = (sizes[i] + strides[i] - 1) / strides[i];
                long total = Math.max(0, (outputs[i] - 1) * strides[i] + extent - sizes[i]);
                before[i] = auto.equals("SAME_LOWER") ? total - total / 2 : total / 2;
                after[i] = total - before[i];
            } else {
                outputs[i] = positions(sizes[i], before[i], after[i], extent, strides[i], ceil);
            }
        }
        return new Window(kernel, strides, dilations, before, after, outputs);
    }

    private static long[] ones(int rank) {
        long[] ones = new long[rank];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** A window that would start in the padding after the input, as ceil_mode can make one, is left out. */
    private static long positions(long size, long before, long after, long extent, long stride, boolean ceil) {
        long span = size + before + after - extent;
        long count = (ceil ? -Math.floorDiv(-span, stride) : Math.floorDiv(span, stride)) + 1;
        return ceil && (count - 1) * stride >= size + before ? count - 1 : count;
    }

    public int rank() {
        return kernel.length;
    }

    /** Whether it is 2-D with equal padding on both sides, without dilation and partial windows, as fast kernels want it. */
    public boolean isPlain(long[] sizes) {
        boolean plain = rank() == 2;
        for (int i = 0; plain && i < rank(); i++) {
            long span = sizes[i] + 2 * before[i] - kernel[i];
            plain = before[i] == after[i] && dilations[i] == 1 && outputs[i] == span / strides[i] + 1;
        }
        return plain;
    }

    public boolean isPadded() {
        return Arrays.stream(before).anyMatch(p -> p != 0)
                || Arrays.stream(after).anyMatch(p -> p != 0);
    }
}
