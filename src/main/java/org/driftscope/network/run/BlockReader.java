package org.driftscope.network.run;

import org.driftscope.crossbar.Readout;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.crossbar.circuit.ReadNoise;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ChannelScale;
import org.driftscope.network.LayerChange;
import org.jspecify.annotations.Nullable;

/** Reads the partial sums of a layer's blocks, of all weights or of one slice of them, and adds them up. Thread-safe. */
final class BlockReader {
    /** Values that a factor is laid out for, so that loops over them are long. */
    private static final int LONG_LOOP = 512;

    private final int cols;
    private final int groupCols;
    /** Of each block, or of all; columns repeated. */
    private final float[][] factors;

    private final float[] sigma;
    private final @Nullable ReadNoise noise;
    private final @Nullable Converter adc;

    /**
     * @param slice what is read: all of the weights, or one slice of them
     * @param linear whether the sums hold what is digital too, so that nothing is multiplied but noise
     * @param scale the batch normalisation after the layer, or null
     */
    BlockReader(
            AnalogLayer layer, LayerChange change, Readout.Slice slice, boolean linear, @Nullable ChannelScale scale) {
        this.cols = layer.cols();
        this.groupCols = cols / layer.groups();
        this.noise = slice.noise();
        this.adc = slice.adc();
        float[] outputScale = change.outputScale();
        this.factors = new float[Math.max(1, outputScale.length / cols)][];
        this.sigma = new float[cols];
        for (int block = 0; block < factors.length; block++) {
            float[] factor = new float[cols];
            for (int col = 0; col < cols; col++) {
                float own = outputScale.length == 0 ? 1 : outputScale[block * cols + col];
                float gain = scale == null ? 1 : scale.gain()[col];
                factor[col] = linear ? gain : gain * own * slice.factor();
                if (block == 0 && noise != null) {
                    sigma[col] = noise.sigma()[col] * (linear ? own : 1);
                }
            }
            factors[block] = repeated(factor);
        }
    }

    private static float[] repeated(float[] columns) {
        float[] many = new float[columns.length * Math.max(1, LONG_LOOP / columns.length)];
        for (int at = 0; at < many.length; at += columns.length) {
            System.arraycopy(columns, 0, many, at, columns.length);
        }
        return many;
    }

    /**
     * A block, image by image.
     *
     * @param powers sums of squared inputs of each image, [positions, groups, blocks]; null where reading adds no noise
     * @param values of one image: positions times columns
     */
    Pass pass(int block, int blocks, float @Nullable [][] powers, int values) {
        return new Pass(
                factors[factors.length > 1 ? block : 0],
                powers == null || noise == null ? null : new Noise(noise, block, blocks, powers, values));
    }

    /** One block in the hands of one thread. */
    final class Pass {
        private final float[] factor;
        private final @Nullable Noise drawn;

        private Pass(float[] factor, @Nullable Noise drawn) {
            this.factor = factor;
            this.drawn = drawn;
        }

        /**
         * Reads an image.
         *
         * @param own its partial sums, [positions, columns]; overwritten
         * @param place of the image among those whose powers are known
         * @param image its number
         * @param sum what is added to
         */
        void addTo(float[] sum, float[] own, int place, long image) {
            if (drawn != null) {
                drawn.add(own, place, image);
            }
            if (adc != null) {
                adc.convertInPlace(own);
            }
            for (int from = 0; from < sum.length; from += factor.length) {
                int many = Math.min(factor.length, sum.length - from);
                for (int i = 0; i < many; i++) {
                    sum[from + i] += factor[i] * own[from + i];
                }
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
