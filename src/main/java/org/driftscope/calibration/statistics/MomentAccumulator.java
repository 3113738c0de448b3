package org.driftscope.calibration.statistics;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.network.AnalogLayer;

/**
 * Sums a layer's second moments and means over batches. Products are taken over a bounded number of patches at a time, so
 * memory does not grow with the images and the sum's order is fixed.
 */
final class MomentAccumulator {
    /** Patches a product runs over: enough to be fast, few enough for single precision. */
    private static final int PATCHES_AT_ONCE = 1024;

    private final AnalogLayer layer;
    private final int images;
    private final List<MomentSum> sums = new ArrayList<>();
    private long patches;

    /** @param images that will be added in all */
    MomentAccumulator(AnalogLayer layer, int images) {
        this.layer = layer;
        this.images = images;
    }

    /**
     * Adds what entered the layer for some images.
     *
     * @param input flat, in its own order; not modified
     * @param shape of the input
     * @param count of these images
     */
    void add(float[] input, long[] shape, int count) {
        PatchLayout layout = PatchLayout.of(layer, shape);
        if (sums.isEmpty()) {
            long all = (long) layout.lines() * layout.lineLength() / count * images;
            for (int g = 0; g < layer.groups(); g++) {
                sums.add(MomentSum.of(layer.rows(), all));
            }
        }
        int lines = Math.min(layout.lines(), Math.max(1, PATCHES_AT_ONCE / layout.lineLength()));
        float[] chunk = new float[layout.rows() * lines * layout.lineLength()];
        for (int from = 0; from < layout.lines(); from += lines) {
            int to = Math.min(layout.lines(), from + lines);
            int columns = (to - from) * layout.lineLength();
            for (int g = 0; g < sums.size(); g++) {
                layout.copy(input, g, from, to, chunk);
                sums.get(g).add(chunk, columns);
            }
            patches += columns;
        }
    }

    /** The moments so far, divided by the number of patches; this object must not be used afterwards. */
    LayerStatistics finish() {
        List<InputMoments> moments =
                sums.stream().map(sum -> sum.finish(patches)).toList();
        return new LayerStatistics(layer.name(), layer.rows(), moments, patches, images);
    }
}
