package org.driftscope.evaluation;

import java.util.Arrays;
import java.util.Locale;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.Network;
import org.driftscope.network.load.FixedBatch;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.IncompatibleShapeException;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs two images alone and together. A network that gives an image other scores in company looks across images, as one
 * with a mean over the batch does; it is then run as it was exported, or one image at a time.
 *
 * @param network to be used from here on
 * @param warning what was found, or null if alone and together are the same
 */
public record BatchSelfCheck(Network network, @Nullable String warning) {
    /** Difference that rounding explains, as a share of the largest score. */
    private static final float TOLERANCE = 1e-3f;

    /**
     * Looks at a network with the first and the last of some images; where they do not fit it, others will say so.
     *
     * @param images labels are not looked at
     */
    public static BatchSelfCheck of(Network network, ImageSource images, Preprocessing preprocessing) {
        if (images.count() < 2 || FixedBatch.of(network) > 0) {
            return new BatchSelfCheck(network, null);
        }
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            float[] first = pixels(images, 0, preprocessing);
            float[] last = pixels(images, images.count() - 1, preprocessing);
            float[] alone = scores(compiled, images, first);
            float[] together = scores(compiled, images, first, last);
            return judged(network, alone, together);
        } catch (IncompatibleShapeException e) {
            return new BatchSelfCheck(network, null);
        }
    }

    private static BatchSelfCheck judged(Network network, float[] alone, float[] together) {
        float largest = 0;
        float difference = 0;
        for (int i = 0; i < alone.length; i++) {
            largest = Math.max(largest, Math.abs(alone[i]));
            difference = Math.max(difference, Math.abs(alone[i] - together[i]));
        }
        if (difference <= TOLERANCE * largest || !Float.isFinite(difference)) {
            return new BatchSelfCheck(network, null);
        }
        long declared = network.inputs().get(0).dims().isEmpty()
                ? 1
                : network.inputs().get(0).dims().get(0);
        int batch = (int) Math.max(1, declared);
        String how = batch == 1 ? "one image at a time" : batch + " images at a time, as it was exported";
        return new BatchSelfCheck(
                network.withRunBatch(batch),
                String.format(
                        Locale.ROOT,
                        "%s gives an image other scores alone than together with others (they differ by %.2g, the"
                                + " largest is %.2g): it looks across images. It is run %s.",
                        network.name(),
                        difference,
                        largest,
                        how));
    }

    private static float[] pixels(ImageSource images, int index, Preprocessing preprocessing) {
        int plane = images.height() * images.width();
        float[] pixels = new float[images.channels() * plane];
        images.read(index, pixels, 0);
        preprocessing.applyInPlace(pixels, 0, images.channels(), plane);
        return pixels;
    }

    /** The scores of the first of some images that run together. */
    private static float[] scores(CompiledNetwork network, ImageSource images, float[]... together) {
        int each = together[0].length;
        float[] values = new float[together.length * each];
        for (int i = 0; i < together.length; i++) {
            System.arraycopy(together[i], 0, values, i * each, each);
        }
        long[] shape = {together.length, images.channels(), images.height(), images.width()};
        try (INDArray input = NativeArrays.of(values, shape);
                INDArray scores = network.forward(input);
                INDArray flat = scores.dup('c')) {
            float[] all = flat.data().asFloat();
            return Arrays.copyOf(all, all.length / together.length);
        }
    }
}
