package org.driftscope.network.run;

import java.nio.FloatBuffer;
import org.driftscope.crossbar.Readout;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.crossbar.circuit.ReadNoise;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ChannelScale;
import org.driftscope.network.LayerChange;
import org.driftscope.network.op.array.NativeArrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads the partial sums of a layer's blocks, image by image, and adds them up. Thread-safe. */
final class BlockReader {
    private final int cols;
    private final int groupCols;
    private final float[] factor;
    private final float[] sigma;
    private final float[] bias;
    private final @Nullable ReadNoise noise;
    private final @Nullable Converter adc;

    /**
     * @param slice what is read: all of the weights, or one slice of them
     * @param linear whether the sums hold what is digital too, so that nothing is multiplied but noise
     * @param scale the batch normalisation after the layer, or null
     * @param bias after it
     */
    BlockReader(
            AnalogLayer layer,
            LayerChange change,
            Readout.Slice slice,
            boolean linear,
            @Nullable ChannelScale scale,
            float[] bias) {
        this.cols = layer.cols();
        this.groupCols = cols / layer.groups();
        this.noise = slice.noise();
        this.adc = slice.adc();
        this.bias = bias;
        float[] outputScale = change.outputScale();
        this.factor = new float[Math.max(cols, outputScale.length)];
        this.sigma = new float[cols];
        for (int i = 0; i < factor.length; i++) {
            float own = outputScale.length == 0 ? 1 : outputScale[i];
            float gain = scale == null ? 1 : scale.gain()[i % cols];
            factor[i] = linear ? gain : gain * own * slice.factor();
            if (i < cols && noise != null) {
                sigma[i] = noise.sigma()[i] * (linear ? own : 1);
            }
        }
    }

    /**
     * Reads a block.
     *
     * @param part its partial sums [batch, height, width, outputs]; overwritten with the result where {@code out} is null
     * @param powers sums of squared inputs of each image, [positions, groups, blocks]; null where reading adds no noise
     * @param out what was summed up so far, bias included; null for nothing yet
     */
    void read(
            int block,
            int blocks,
            INDArray part,
            float @Nullable [][] powers,
            @Nullable INDArray out,
            ImageNumbers images) {
        int count = (int) part.size(0);
        int values = (int) (part.length() / Math.max(1, count));
        FloatBuffer parts = NativeArrays.buffer(part);
        FloatBuffer sums = out == null ? parts : NativeArrays.buffer(out);
        float[] own = new float[values];
        float[] sum = new float[values];
        Noise drawn = powers == null || noise == null ? null : new Noise(noise, block, blocks, powers, values);
        for (int image = 0; image < count; image++) {
            parts.get(image * values, own);
            if (drawn != null) {
                drawn.add(own, image, images.at(image));
            }
            if (adc != null) {
                adc.convertInPlace(own);
            }
            if (out == null) {
                fillWithBias(sum);
            } else {
                sums.get(image * values, sum);
            }
            addScaled(block, own, sum);
            sums.put(image * values, sum);
        }
    }

    private void fillWithBias(float[] sum) {
        for (int i = 0; i < sum.length; i += cols) {
            System.arraycopy(bias, 0, sum, i, cols);
        }
    }

    private void addScaled(int block, float[] own, float[] sum) {
        int first = factor.length > cols ? block * cols : 0;
        for (int i = 0; i < sum.length; i += cols) {
            for (int col = 0; col < cols; col++) {
                sum[i + col] += factor[first + col] * own[i + col];
            }
        }
    }

    /** The noise of one block, image by image. */
    private final class Noise {
        private final ReadNoise source;
        private final int block;
        private final int blocks;
        private final float[][] powers;
        private final float[] normal;
        private final float[] shared;

        Noise(ReadNoise source, int block, int blocks, float[][] powers, int values) {
            this.source = source;
            this.block = block;
            this.blocks = blocks;
            this.powers = powers;
            this.normal = new float[values];
            this.shared = new float[source.sharedCols() == 0 ? 0 : values / cols * references()];
        }

        private int references() {
            return (cols + source.sharedCols() - 1) / source.sharedCols();
        }

        void add(float[] sums, int place, long image) {
            source.ofColumns(image, block, normal, normal.length);
            if (shared.length > 0) {
                source.ofReferences(image, block, shared, shared.length);
                addShared();
            }
            float[] power = powers[place];
            int at = 0;
            for (int i = block; i < power.length; i += blocks) {
                float root = (float) Math.sqrt(Math.max(0, power[i]));
                int firstCol = at % cols;
                for (int j = 0; j < groupCols; j++) {
                    sums[at + j] += root * sigma[firstCol + j] * normal[at + j];
                }
                at += groupCols;
            }
        }

        private void addShared() {
            int references = references();
            for (int i = 0; i < normal.length; i++) {
                normal[i] += shared[i / cols * references + i % cols / source.sharedCols()];
            }
        }
    }
}
