package org.driftscope.network.op.shape;

import java.util.Arrays;
import org.driftscope.network.Attributes;

/**
 * The window of a transposed convolution: every input position adds its kernel to the output.
 *
 * @param kernel taps along each axis
 * @param before outputs cut off at each axis' start
 * @param outputs positions along each axis
 */
public record TransposedWindow(long[] kernel, long[] strides, long[] dilations, long[] before, long[] outputs) {
    /** The window of a ConvTranspose node over an input of spatial sizes {@code sizes}. */
    public static TransposedWindow of(Attributes attributes, long[] sizes, long[] kernel) {
        int rank = sizes.length;
        long[] ones = new long[rank];
        Arrays.fill(ones, 1);
        long[] strides = attributes.integers("strides", ones);
        long[] dilations = attributes.integers("dilations", ones);
        long[] extra = attributes.integers("output_padding", new long[rank]);
        long[] pads = attributes.integers("pads", new long[2 * rank]);
        long[] asked = attributes.integers("output_shape");
        String auto = attributes.text("auto_pad", "NOTSET");
        long[] before = new long[rank];
        long[] outputs = new long[rank];
        for (int i = 0; i < rank; i++) {
            long whole = strides[i] * (sizes[i] - 1) + extra[i] + (kernel[i] - 1) * dilations[i] + 1;
            if (asked.length == 0 && !auto.startsWith("SAME")) {
                before[i] = auto.equals("VALID") ? 0 : pads[i];
                outputs[i] = whole - before[i] - (auto.equals("VALID") ? 0 : pads[rank + i]);
            } else {
                outputs[i] = asked.length == 0 ? sizes[i] * strides[i] : asked[asked.length - rank + i];
                // outputs past the last kernel's are 0 and lie at the end, as in ONNX Runtime
                long total = Math.max(0, whole - outputs[i]);
                before[i] = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
            }
        }
        return new TransposedWindow(kernel, strides, dilations, before, outputs);
    }

    /** Whether every output lies under the kernel of some input position, or in the padding asked for. */
    public boolean isFilled(Attributes attributes, long[] sizes) {
        long[] extra = attributes.integers("output_padding", new long[sizes.length]);
        boolean filled = true;
        for (int i = 0; i < sizes.length; i++) {
            long whole = strides[i] * (sizes[i] - 1) + extra[i] + (kernel[i] - 1) * dilations[i] + 1;
            filled &= before[i] + outputs[i] <= whole;
        }
        return filled;
    }

    /**
     * Where a tap of an input position's kernel falls among the outputs; all are counted row by row.
     *
     * @param cols positions along the input's last axis
     * @return -1 where it is cut off
     */
    public int target(int cols, int input, int tap) {
        int last = outputs.length - 1;
        int taps = (int) kernel[last];
        long row = last == 0 ? 0 : place(0, input / cols, tap / taps);
        long col = place(last, input % cols, tap % taps);
        boolean inside = row >= 0 && row < (last == 0 ? 1 : outputs[0]) && col >= 0 && col < outputs[last];
        return inside ? (int) (row * outputs[last] + col) : -1;
    }

    private long place(int axis, int input, int tap) {
        return input * strides[axis] + tap * dilations[axis] - before[axis];
    }
}
