package org.driftscope.network.run;

import java.nio.FloatBuffer;
import java.util.List;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.NativeArrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Slices of a layer's weights, or all of them as one, whose products are taken together and read one by one: with outputs side by
 * side, inputs are laid out once for all slices. Thread-safe.
 *
 * @param blocks of rows, the outputs of all slices side by side
 * @param readers of the slices, in that order
 * @param bias where the digital sum begins, [cols]
 */
record SliceStack(List<ReadoutBlock> blocks, List<BlockReader> readers, float[] bias) implements AutoCloseable {
    /** Partial sums at a time: they are read while they are in the processor's cache. */
    private static final long MOST_AT_ONCE = 1 << 19;

    /**
     * Multiplies, reads and adds up.
     *
     * @param out what was summed up so far, bias included; null for nothing yet
     * @param x [batch, height, width, channels], as the DAC gives it; not modified
     * @param powers as {@link InputPowers} gives them; null where reading adds no noise
     * @return {@code out}, or a new array [batch, height, width, cols]
     */
    INDArray addTo(
            @Nullable INDArray out,
            INDArray x,
            ConvGeometry geometry,
            int groups,
            float @Nullable [][] powers,
            ImageNumbers images,
            ArrayPool pool) {
        ConvGeometry explicit = geometry.resolved((int) x.size(1), (int) x.size(2));
        int height = explicit.outputHeight((int) x.size(1));
        int width = explicit.outputWidth((int) x.size(2));
        int values = height * width * bias.length;
        int count = (int) x.size(0);
        INDArray sums = out == null ? pool.take(count, height, width, bias.length) : out;
        boolean fresh = out == null;
        int step = (int) Math.max(1, Math.min(count, MOST_AT_ONCE / Math.max(1, (long) values * readers.size())));
        for (int block = 0; block < blocks.size(); block++) {
            int number = block;
            List<BlockReader.Pass> passes = readers.stream()
                    .map(reader -> reader.pass(number, blocks.size(), powers, values))
                    .toList();
            for (int from = 0; from < count; from += step) {
                INDArray some = step < count ? part(x, from, Math.min(count, from + step)) : x;
                INDArray products = blocks.get(block).product(some, geometry, groups, pool);
                read(passes, products, sums, fresh, from, images);
                pool.give(products);
            }
            fresh = false;
        }
        return sums;
    }

    private static INDArray part(INDArray x, int from, int to) {
        return x.get(NDArrayIndex.interval(from, to), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all());
    }

    /** @param first place of the first image of the products */
    private void read(
            List<BlockReader.Pass> passes,
            INDArray products,
            INDArray sums,
            boolean fresh,
            int first,
            ImageNumbers images) {
        int count = (int) products.size(0);
        FloatBuffer from = NativeArrays.buffer(products);
        FloatBuffer to = NativeArrays.buffer(sums);
        float[] sum = new float[(int) (sums.length() / sums.size(0))];
        float[] all = new float[sum.length * passes.size()];
        float[] own = passes.size() == 1 ? all : new float[sum.length];
        for (int place = 0; place < count; place++) {
            int image = first + place;
            from.get(place * all.length, all);
            if (fresh) {
                fillWithBias(sum);
            } else {
                to.get(image * sum.length, sum);
            }
            for (int slice = 0; slice < passes.size(); slice++) {
                if (own != all) {
                    columns(all, slice, own);
                }
                passes.get(slice).addTo(sum, own, image, images.at(image));
            }
            to.put(image * sum.length, sum);
        }
    }

    /** One slice's. @param all [positions, slices, cols] */
    private void columns(float[] all, int slice, float[] own) {
        int cols = bias.length;
        int stride = cols * readers.size();
        int from = slice * cols;
        for (int at = 0; at < own.length; at += cols) {
            System.arraycopy(all, from, own, at, cols);
            from += stride;
        }
    }

    private void fillWithBias(float[] sum) {
        for (int i = 0; i < sum.length; i += bias.length) {
            System.arraycopy(bias, 0, sum, i, bias.length);
        }
    }

    @Override
    public void close() {
        blocks.forEach(ReadoutBlock::close);
    }
}
