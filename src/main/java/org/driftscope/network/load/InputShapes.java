package org.driftscope.network.load;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.network.Network;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;

/** Shapes of images to try on a network that leaves sizes open. */
public final class InputShapes {
    private static final long[] SIZES = {224, 32, 28, 64, 96, 128, 299, 384, 512};
    private static final long[] CHANNELS = {3, 1};

    private InputShapes() {}

    /** The network's values for a shape of images that it takes. @param shape of the input */
    public record Fit(long[] shape, Outlines outlines) {}

    /**
     * The first shape of images that the network runs on; the declared one where it declares all sizes.
     *
     * @param batch images at once
     * @throws OutlineFailure if it runs on none: what is wrong with the first
     */
    public static Fit fit(Network network, long batch, ValueLimit limit) {
        OutlineFailure first = null;
        for (long[] shape : candidates(network.inputs().get(0).dims(), batch)) {
            try {
                return new Fit(shape, Outlines.of(network, shape, limit));
            } catch (OutlineFailure e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new IllegalStateException("no shape was tried") : first;
    }

    /** Usual shapes of one image, where a network declares nothing. */
    static List<long[]> usual() {
        return candidates(List.of(), 1);
    }

    /** All sizes that are declared, and usual ones for those that are not. */
    private static List<long[]> candidates(List<Long> declared, long batch) {
        List<Long> dims = declared.isEmpty() ? List.of(-1L, -1L, -1L, -1L) : declared;
        List<long[]> shapes = new ArrayList<>();
        for (long channels : CHANNELS) {
            for (long size : SIZES) {
                long[] shape = new long[dims.size()];
                boolean open = false;
                for (int i = 0; i < shape.length; i++) {
                    shape[i] = i == 0 ? batch : dims.get(i) > 0 ? dims.get(i) : i == 1 ? channels : size;
                    open |= i > 0 && dims.get(i) < 1;
                }
                shapes.add(shape);
                if (!open) {
                    return shapes;
                }
            }
        }
        return shapes;
    }
}
