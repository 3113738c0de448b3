package org.driftscope.network.run;

import java.nio.FloatBuffer;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.op.array.NativeArrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sums of the squared inputs that the rows of each block see at every position. In plain loops: channels are summed once and then
 * looked up for all taps, which a convolution of a few outputs is slower than.
 */
final class InputPowers {
    private final int rows;
    private final int taps;
    private final int blockRows;
    private final int blocks;

    InputPowers(AnalogLayer layer, int blockRows) {
        this.rows = layer.rows();
        this.taps = ReadoutBlock.taps(layer);
        this.blockRows = blockRows;
        this.blocks = (rows + blockRows - 1) / blockRows;
    }

    /**
     * Of a batch.
     *
     * @param x [batch, height, width, channels], not modified
     * @return of each image [positions, groups, blocks]
     */
    float[][] of(INDArray x, ConvGeometry geometry, int groups) {
        Image image = new Image((int) x.size(1), (int) x.size(2), (int) x.size(3), geometry, groups);
        FloatBuffer values = NativeArrays.buffer(x);
        float[][] powers = new float[(int) x.size(0)][];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = image.powers(values, i);
        }
        return powers;
    }

    /** Images of one size, one after the other. */
    private final class Image {
        private final int height;
        private final int width;
        private final int channels;
        private final int groups;
        private final ConvGeometry geometry;
        private final int outHeight;
        private final int outWidth;
        private final float[] values;
        /** Of each pixel the sums of squares before its first, second ... and after its last channel. */
        private final float[] sums;

        private final float[] plane;

        Image(int height, int width, int channels, ConvGeometry geometry, int groups) {
            this.height = height;
            this.width = width;
            this.channels = channels;
            this.groups = groups;
            this.geometry = geometry.resolved(height, width);
            this.outHeight = this.geometry.outputHeight(height);
            this.outWidth = this.geometry.outputWidth(width);
            this.values = new float[height * width * channels];
            this.sums = new float[height * width * (channels + 1)];
            this.plane = new float[height * width];
        }

        float[] powers(FloatBuffer batch, int place) {
            batch.get(place * values.length, values);
            sumChannels();
            float[] powers = new float[outHeight * outWidth * groups * blocks];
            for (int group = 0; group < groups; group++) {
                for (int block = 0; block < blocks; block++) {
                    addBlock(group, block, powers);
                }
            }
            return powers;
        }

        private void sumChannels() {
            int at = 0;
            for (int pixel = 0; pixel < plane.length; pixel++) {
                float sum = 0;
                int first = pixel * channels;
                at++;
                for (int c = first; c < first + channels; c++) {
                    sum += values[c] * values[c];
                    sums[at++] = sum;
                }
            }
        }

        private void addBlock(int group, int block, float[] powers) {
            int fromRow = block * blockRows;
            int toRow = Math.min(rows, fromRow + blockRows);
            int first = group * (channels / groups);
            int lastFrom = -1;
            int lastTo = -1;
            for (int tap = 0; tap < taps; tap++) {
                // channels c whose row, c taps + tap, is among the block's
                int from = first + Math.floorDiv(fromRow - tap + taps - 1, taps);
                int to = first + Math.floorDiv(toRow - tap + taps - 1, taps);
                if (from != lastFrom || to != lastTo) {
                    sumBetween(from, to);
                    lastFrom = from;
                    lastTo = to;
                }
                addTap(tap / geometry.kernelW(), tap % geometry.kernelW(), group * blocks + block, powers);
            }
        }

        private void sumBetween(int from, int to) {
            for (int pixel = 0; pixel < plane.length; pixel++) {
                int at = pixel * (channels + 1);
                plane[pixel] = Math.max(0, sums[at + to] - sums[at + from]);
            }
        }

        private void addTap(int tapY, int tapX, int index, float[] powers) {
            int stride = groups * blocks;
            int left = tapX * geometry.dilationW() - geometry.padLeft();
            int step = geometry.strideW();
            int from = Math.max(0, Math.floorDiv(-left + step - 1, step));
            int to = Math.min(outWidth, Math.floorDiv(width - 1 - left, step) + 1);
            for (int row = 0; row < outHeight; row++) {
                int y = row * geometry.strideH() + tapY * geometry.dilationH() - geometry.padTop();
                if (y < 0 || y >= height) {
                    continue;
                }
                int source = y * width + left;
                int target = row * outWidth * stride + index;
                for (int col = from; col < to; col++) {
                    powers[target + col * stride] += plane[source + col * step];
                }
            }
        }
    }
}
