package org.driftscope.figure.raster;

/**
 * Colour-blind safe maps from a fraction in [0, 1] to a colour. The sequential ones are perceptually uniform; the
 * diverging one is meant for a {@linkplain ValueRange#symmetric symmetric} range, where its light middle is zero.
 */
public enum ColorMap {
    VIRIDIS("viridis", ColorAnchors.VIRIDIS, false),
    CIVIDIS("cividis", ColorAnchors.CIVIDIS, false),
    MAGMA("magma", ColorAnchors.MAGMA, false),
    BLUE_RED("blue to red", ColorAnchors.BLUE_RED, true);

    /** Opaque cyan, for cells without a number: at least 120 (Euclidean, of 255 a channel) from every map's colours. */
    public static final int NAN_ARGB = 0xFF00FFFF;

    /** The last step of a lookup table; even, so that the middle of a diverging map falls on an entry. */
    static final int LAST = 1024;

    private final String title;
    private final boolean diverging;
    private final int[] table;

    ColorMap(String title, String anchors, boolean diverging) {
        this.title = title;
        this.diverging = diverging;
        this.table = interpolate(parse(anchors));
    }

    /** The name people know it by. */
    public String title() {
        return title;
    }

    /** Whether its middle stands for zero. */
    public boolean diverging() {
        return diverging;
    }

    /**
     * The colour of a fraction.
     *
     * @param fraction clamped to [0, 1]; NaN gives {@link #NAN_ARGB}
     * @return opaque ARGB
     */
    public int argb(double fraction) {
        if (Double.isNaN(fraction)) {
            return NAN_ARGB;
        }
        return table[(int) Math.round(Math.min(1, Math.max(0, fraction)) * LAST)];
    }

    /** LAST + 1 opaque colours, then {@link #NAN_ARGB}. Shared: not to be written to. */
    int[] table() {
        return table;
    }

    private static int[] parse(String anchors) {
        String[] words = anchors.trim().split("\\s+");
        int[] colors = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            colors[i] = Integer.parseInt(words[i], 16);
        }
        return colors;
    }

    private static int[] interpolate(int[] anchors) {
        int[] table = new int[LAST + 2];
        for (int i = 0; i <= LAST; i++) {
            double place = (double) i * (anchors.length - 1) / LAST;
            int left = Math.min((int) place, anchors.length - 2);
            table[i] = 0xFF000000 | blend(anchors[left], anchors[left + 1], place - left);
        }
        table[LAST + 1] = NAN_ARGB;
        return table;
    }

    private static int blend(int from, int to, double share) {
        int blended = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = (from >> shift) & 0xFF;
            int b = (to >> shift) & 0xFF;
            blended |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return blended;
    }
}
