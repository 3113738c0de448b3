package org.driftscope.calibration.statistics;

import java.util.Arrays;
import org.driftscope.network.ConvGeometry;

/**
 * One direction of a convolution.
 *
 * @param inputs size of the input
 * @param outputs number of output positions
 * @param kernel kernel taps
 * @param stride step between output positions
 * @param dilation distance of taps
 * @param padBefore zeros before the input
 */
record PatchAxis(int inputs, int outputs, int kernel, int stride, int dilation, int padBefore) {
    static PatchAxis vertical(ConvGeometry g, int height) {
        return of(g.autoPad(), height, g.kernelH(), g.strideH(), g.dilationH(), g.padTop(), g.padBottom());
    }

    static PatchAxis horizontal(ConvGeometry g, int width) {
        return of(g.autoPad(), width, g.kernelW(), g.strideW(), g.dilationW(), g.padLeft(), g.padRight());
    }

    /** Sizes as ONNX's Conv defines them; the pads given count only with NOTSET. */
    private static PatchAxis of(
            String autoPad, int inputs, int kernel, int stride, int dilation, int padBefore, int padAfter) {
        int reach = (kernel - 1) * dilation + 1;
        if (autoPad.startsWith("SAME")) {
            int outputs = (inputs + stride - 1) / stride;
            int total = Math.max(0, (outputs - 1) * stride + reach - inputs);
            int before = autoPad.equals("SAME_LOWER") ? total - total / 2 : total / 2;
            return new PatchAxis(inputs, outputs, kernel, stride, dilation, before);
        }
        boolean padded = !autoPad.equals("VALID");
        int before = padded ? padBefore : 0;
        int outputs = (inputs + before + (padded ? padAfter : 0) - reach) / stride + 1;
        return new PatchAxis(inputs, outputs, kernel, stride, dilation, before);
    }

    /** Where the tap of an output position lies; outside [0, inputs) in the padding. */
    int input(int output, int tap) {
        return output * stride - padBefore + tap * dilation;
    }

    /** Copies what one tap sees at all output positions, zeros in the padding. */
    void copyTap(float[] input, int source, int tap, float[] target, int at) {
        int first = input(0, tap);
        int from = first >= 0 ? 0 : Math.min(outputs, (-first + stride - 1) / stride);
        int to = first >= inputs ? 0 : Math.min(outputs, (inputs - 1 - first) / stride + 1);
        if (to <= from) {
            // a tap that only ever sees padding, as where the kernel is larger than the map
            Arrays.fill(target, at, at + outputs, 0);
            return;
        }
        Arrays.fill(target, at, at + from, 0);
        if (stride == 1) {
            System.arraycopy(input, source + first + from, target, at + from, to - from);
        } else {
            for (int i = from; i < to; i++) {
                target[at + i] = input[source + first + i * stride];
            }
        }
        Arrays.fill(target, at + to, at + outputs, 0);
    }
}
