package org.driftscope.data;

import java.util.HashSet;
import java.util.Set;

/** Finds images that are in two sets, which would make a score look better than it is. */
public final class Overlap {
    private Overlap() {}

    /**
     * Number of images of {@code a} whose pixels are those of some image of {@code b}, by a 64-bit hash (two of a million
     * images differ but agree in it with a probability below 1e-7).
     */
    public static int count(ImageSource a, ImageSource b) {
        if (a.channels() != b.channels() || a.height() != b.height() || a.width() != b.width()) {
            return 0;
        }
        float[] image = new float[a.channels() * a.height() * a.width()];
        Set<Long> known = new HashSet<>();
        for (int i = 0; i < b.count(); i++) {
            b.read(i, image, 0);
            known.add(hash(image));
        }
        int shared = 0;
        for (int i = 0; i < a.count(); i++) {
            a.read(i, image, 0);
            shared += known.contains(hash(image)) ? 1 : 0;
        }
        return shared;
    }

    private static long hash(float[] image) {
        long hash = 0;
        for (float value : image) {
            hash = (hash ^ Float.floatToIntBits(value)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
