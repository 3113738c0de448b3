package org.driftscope.calibration.statistics;

import java.util.Arrays;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;
import org.driftscope.support.IncompatibleShapeException;
import org.jspecify.annotations.Nullable;

/**
 * Where a layer's patches lie in the array that enters it: patch p is what the weights are multiplied with to give output
 * position p. Patches are numbered image by image, line by line; a line is one row of output positions (one image's
 * single row of inputs, or one token, for dense layers).
 *
 * <p>Row {@code c*kh*kw + ky*kw + kx} of a group's patches is channel c of that group at kernel position (ky, kx).
 */
abstract sealed class PatchLayout {
    private final int rows;
    private final int lines;
    private final int lineLength;

    private PatchLayout(int rows, int lines, int lineLength) {
        this.rows = rows;
        this.lines = lines;
        this.lineLength = lineLength;
    }

    /**
     * The layout for an array of the given shape.
     *
     * @param shape NCHW or NCW for a convolution, [.., d] otherwise
     * @throws IncompatibleShapeException if the array does not fit the layer
     */
    static PatchLayout of(AnalogLayer layer, long[] shape) {
        ConvGeometry geometry = layer.geometry();
        PatchLayout layout = geometry == null ? dense(shape) : convolution(layer, geometry, shape);
        if (layout == null || layout.rows != layer.rows()) {
            throw new IncompatibleShapeException("Layer " + layer.name() + " has " + layer.rows()
                    + " inputs a group, but gets an array of shape " + Arrays.toString(shape) + ".");
        }
        return layout;
    }

    /** Inputs of one group, d. */
    int rows() {
        return rows;
    }

    /** Number of lines in the array. */
    int lines() {
        return lines;
    }

    /** Patches in a line. */
    int lineLength() {
        return lineLength;
    }

    /**
     * Copies the patches of some lines.
     *
     * @param input the array that enters the layer, flat, in its own order
     * @param group which group's channels
     * @param target row-major [rows, (toLine - fromLine) * lineLength]; overwritten
     */
    abstract void copy(float[] input, int group, int fromLine, int toLine, float[] target);

    private static @Nullable PatchLayout dense(long[] shape) {
        int d = Math.toIntExact(shape[shape.length - 1]);
        int patches = 1;
        for (int i = 0; i + 1 < shape.length; i++) {
            patches = Math.multiplyExact(patches, Math.toIntExact(shape[i]));
        }
        return new Dense(d, patches);
    }

    private static @Nullable PatchLayout convolution(AnalogLayer layer, ConvGeometry geometry, long[] shape) {
        if (shape.length != 3 && shape.length != 4) {
            return null;
        }
        int channels = Math.toIntExact(shape[1]);
        int height = shape.length == 4 ? Math.toIntExact(shape[2]) : 1;
        int width = Math.toIntExact(shape[shape.length - 1]);
        PatchAxis vertical = PatchAxis.vertical(geometry, height);
        PatchAxis horizontal = PatchAxis.horizontal(geometry, width);
        return new Convolution(Math.toIntExact(shape[0]), channels, channels / layer.groups(), vertical, horizontal);
    }

    /** Rows of inputs, one patch each. */
    private static final class Dense extends PatchLayout {
        private Dense(int rows, int patches) {
            super(rows, patches, 1);
        }

        @Override
        void copy(float[] input, int group, int fromLine, int toLine, float[] target) {
            int count = toLine - fromLine;
            for (int patch = 0; patch < count; patch++) {
                int from = (fromLine + patch) * rows();
                for (int row = 0; row < rows(); row++) {
                    target[row * count + patch] = input[from + row];
                }
            }
        }
    }

    /** Windows over an image, zeros outside. */
    private static final class Convolution extends PatchLayout {
        private final int channels;
        private final int groupChannels;
        private final PatchAxis vertical;
        private final PatchAxis horizontal;

        private Convolution(int images, int channels, int groupChannels, PatchAxis vertical, PatchAxis horizontal) {
            super(
                    groupChannels * vertical.kernel() * horizontal.kernel(),
                    images * vertical.outputs(),
                    horizontal.outputs());
            this.channels = channels;
            this.groupChannels = groupChannels;
            this.vertical = vertical;
            this.horizontal = horizontal;
        }

        @Override
        void copy(float[] input, int group, int fromLine, int toLine, float[] target) {
            int kernelW = horizontal.kernel();
            int kernel = vertical.kernel() * kernelW;
            int stride = (toLine - fromLine) * lineLength();
            for (int row = 0; row < rows(); row++) {
                int channel = group * groupChannels + row / kernel;
                int tapY = row % kernel / kernelW;
                int tapX = row % kernelW;
                for (int line = fromLine; line < toLine; line++) {
                    int at = row * stride + (line - fromLine) * lineLength();
                    copyLine(input, channel, line, tapY, tapX, target, at);
                }
            }
        }

        private void copyLine(float[] input, int channel, int line, int tapY, int tapX, float[] target, int at) {
            int image = line / vertical.outputs();
            int y = vertical.input(line % vertical.outputs(), tapY);
            if (y < 0 || y >= vertical.inputs()) {
                Arrays.fill(target, at, at + lineLength(), 0);
                return;
            }
            int source = ((image * channels + channel) * vertical.inputs() + y) * horizontal.inputs();
            horizontal.copyTap(input, source, tapX, target, at);
        }
    }
}
