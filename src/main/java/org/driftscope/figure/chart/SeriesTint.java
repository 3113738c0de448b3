package org.driftscope.figure.chart;

/**
 * What a series stands for, which fixes its colour and its marker in every figure.
 *
 * <p>Colours of what is most often seen are those of Okabe and Ito, "Color Universal Design", 2008; the others were
 * searched for around P. Tol's "muted" scheme (SRON technical note, 2021), so that any two differ by at least 15 in
 * CIEDE2000, and by at least 9 to eyes without red or green cones (Machado et al., 2009), on light and on dark paper.
 */
public enum SeriesTint {
    CLEAN(0x57606A, 0xA7AFB8, Marker.DIAMOND),
    DRIFTED(0xD55E00, 0xF0883E, Marker.TRIANGLE_DOWN),
    DORA(0x0072B2, 0x329EFF, Marker.CIRCLE),
    LORA(0x009E73, 0x3FC79A, Marker.SQUARE),
    MAGNITUDE(0xE69F00, 0xFFDD09, Marker.TRIANGLE),
    BACK_PROPAGATION(0xCC79A7, 0xBA79B7, Marker.CROSS),
    BIAS(0x56B4E9, 0x66DAFF, Marker.PLUS),
    AFFINE(0x5E283B, 0xE94966, Marker.PENTAGON),
    STATISTICS(0x6F6F4C, 0xC0D780, Marker.STAR),
    COMPENSATION(0x211080, 0x6456FF, Marker.HOURGLASS),
    SPARSE(0x764500, 0x86682F, Marker.HEXAGON),
    ALLOCATED(0x8675FF, 0xFCE8F5, Marker.TRIANGLE_RIGHT),
    TRAINED_ADAPTERS(0xC50597, 0xA3299A, Marker.TRIANGLE_LEFT),
    VECTORS(0x5A01FC, 0x3A868C, Marker.PARALLELOGRAM),
    TRAINED_VECTORS(0xFF3065, 0x3A8B61, Marker.CHEVRON),
    /** What has no colour of its own. */
    OTHER(0x2B2909, 0xFFFFEB, Marker.BOW_TIE);

    private final int light;
    private final int dark;
    private final Marker marker;

    SeriesTint(int light, int dark, Marker marker) {
        this.light = light;
        this.dark = dark;
        this.marker = marker;
    }

    int rgb(boolean onDark) {
        return onDark ? dark : light;
    }

    /** The shape that tells this series from others without colour. */
    public Marker marker() {
        return marker;
    }

    /** The calibrated network, whichever method did it: blue. */
    public static SeriesTint calibrated() {
        return DORA;
    }
}
