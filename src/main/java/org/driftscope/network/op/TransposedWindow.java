package org.driftscope.network.op;

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
}
