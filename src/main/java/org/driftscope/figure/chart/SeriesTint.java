package org.driftscope.figure.chart;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a series stands for, which fixes its colour and its marker in every figure.
 *
 * <p>Colours are those of Okabe and Ito, "Color Universal Design", 2008, and, where these run out, of P. Tol's
 * "muted" scheme (SRON technical note, 2021); both can be told apart with the common colour deficiencies.
 */
public enum SeriesTint {
    CLEAN(0x57606A, 0xA7AFB8, Marker.DIAMOND),
    DRIFTED(0xD55E00, 0xF0883E, Marker.TRIANGLE_DOWN),
    DORA(0x0072B2, 0x58A6E0, Marker.CIRCLE),
    LORA(0x009E73, 0x3FC79A, Marker.SQUARE),
    MAGNITUDE(0xE69F00, 0xF0B72F, Marker.TRIANGLE),
    BACK_PROPAGATION(0xCC79A7, 0xE09BC4, Marker.CROSS),
    BIAS(0x56B4E9, 0x8CCDF2, Marker.PLUS),
    AFFINE(0x882255, 0xD277A3, Marker.PENTAGON),
    STATISTICS(0x999933, 0xC4C45A, Marker.STAR),
    COMPENSATION(0x332288, 0x9C90E0, Marker.HOURGLASS),
    SPARSE(0x44AA99, 0x6FCBBB, Marker.HEXAGON),
    ALLOCATED(0x117733, 0x5DBB7B, Marker.TRIANGLE_RIGHT),
    TRAINED_ADAPTERS(0xAA4499, 0xD58ACB, Marker.TRIANGLE_LEFT),
    /** A second series of a method that is there already. */
    VARIANT(0xCC6677, 0xE39AA6, Marker.BOW_TIE);

    /** Words in method names, the more telling ones first: "LoRA + bias" is a LoRA. */
    private static final List<Map.Entry<String, SeriesTint>> WORDS = List.of(
            Map.entry("clean", CLEAN),
            Map.entry("compensation", COMPENSATION),
            Map.entry("adapters", TRAINED_ADAPTERS),
            Map.entry("allocated", ALLOCATED),
            Map.entry("sparse", SPARSE),
            Map.entry("drifted", DRIFTED),
            Map.entry("dora", DORA),
            Map.entry("lora", LORA),
            Map.entry("back", BACK_PROPAGATION),
            Map.entry("magnitude", MAGNITUDE),
            Map.entry("affine", AFFINE),
            Map.entry("bias", BIAS),
            Map.entry("norm", STATISTICS),
            Map.entry("statistic", STATISTICS));

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

    /** The tint of a method by its name; an unknown name gets one that has no fixed meaning. */
    public static SeriesTint ofMethod(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(word -> key.contains(word.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(SPARSE);
    }
}
