package org.driftscope.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Colours of series, compared as eyes see them: with all cones, and without red or green ones. */
class ColoursTest {
    private static final double[][] ALL_CONES = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    /** Source: G. M. Machado et al., "A physiologically-based model for simulation of color vision deficiency", 2009, table 1. */
    private static final double[][] NO_RED = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] NO_GREEN = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    @Test
    void anyTwoSeriesDifferInColourAndInMarker() {
        for (ChartPalette paper : ChartPalette.values()) {
            for (SeriesTint a : SeriesTint.values()) {
                for (SeriesTint b : SeriesTint.values()) {
                    if (a.compareTo(b) < 0) {
                        String which = a + " and " + b + " on " + paper;
                        assertThat(a.marker()).as(which).isNotEqualTo(b.marker());
                        assertThat(difference(paper, a, b, ALL_CONES)).as(which).isGreaterThan(15);
                        assertThat(difference(paper, a, b, NO_RED)).as(which).isGreaterThan(9);
                        assertThat(difference(paper, a, b, NO_GREEN)).as(which).isGreaterThan(9);
                    }
                }
            }
        }
    }

    @Test
    void theDifferenceIsTheOneOfTheStandard() {
        // pairs 1, 7 and 17 of G. Sharma et al., "The CIEDE2000 color-difference formula", 2005, table 1
        double[][] pairs = {
            {50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425},
            {50, 0, 0, 50, -1, 2, 2.3669},
            {50, 2.5, 0, 73, 25, -18, 27.1492}
        };
        for (double[] pair : pairs) {
            double found = Ciede2000.of(Arrays.copyOf(pair, 3), Arrays.copyOfRange(pair, 3, 6));
            assertThat(found).isCloseTo(pair[6], org.assertj.core.api.Assertions.within(1e-4));
        }
    }

    private static double difference(ChartPalette paper, SeriesTint a, SeriesTint b, double[][] eye) {
        return Ciede2000.of(lab(paper.series(a), eye), lab(paper.series(b), eye));
    }

    private static double[] lab(Color color, double[][] eye) {
        double[] rgb = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2];
            seen[i] = Math.max(0, Math.min(1, sum));
        }
        double x = root((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
        double y = root(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
        double z = root((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double root(double value) {
        return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    }
}
