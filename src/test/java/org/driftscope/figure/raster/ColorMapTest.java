package org.driftscope.figure.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColorMapTest {
    /** Entries of the released 256-entry tables that the anchors skip. */
    @ParameterizedTest
    @CsvSource({
        "VIRIDIS,1,440256,1", "VIRIDIS,63,3b518b,1", "VIRIDIS,64,3b528b,1", "VIRIDIS,127,21908d,1",
        "VIRIDIS,128,21918c,1", "VIRIDIS,191,5cc863,1", "VIRIDIS,192,5ec962,1", "VIRIDIS,254,fbe723,1",
        "MAGMA,1,010005,1", "MAGMA,63,4f127b,1", "MAGMA,127,b5367a,1", "MAGMA,128,b73779,1",
        "MAGMA,191,fb8761,1", "MAGMA,254,fcfbbd,1", "CIVIDIS,1,00234f,4", "CIVIDIS,63,424e6c,4",
        "CIVIDIS,127,7c7b78,4", "CIVIDIS,128,7d7c78,4", "CIVIDIS,191,bbad6d,4", "CIVIDIS,254,fee636,4"
    })
    void followsThePublishedTables(ColorMap map, int entry, String hex, int within) {
        int expected = Integer.parseInt(hex, 16);
        int actual = map.argb(entry / 255.0);
        for (int shift = 0; shift <= 16; shift += 8) {
            // one more than the anchors' own error, as the lookup's 1025 steps don't fall on the 256 entries
            assertThat(((actual >> shift) & 0xFF) - ((expected >> shift) & 0xFF))
                    .isBetween(-within - 1, within + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorMap.class,
            names = {"VIRIDIS", "CIVIDIS", "MAGMA"})
    void sequentialMapsGetLighterAllTheWay(ColorMap map) {
        double[] lightness = IntStream.rangeClosed(0, 64)
                .mapToDouble(i -> lightness(map.argb(i / 64.0)))
                .toArray();
        assertThat(lightness).isSorted();
    }

    @Test
    void divergingMapIsLightestAtZeroAndEqualOnBothSides() {
        assertThat(ColorMap.BLUE_RED.argb(0.5)).isEqualTo(0xFFF7F7F7);
        for (double x = 0.05; x <= 0.5; x += 0.05) {
            double below = lightness(ColorMap.BLUE_RED.argb(0.5 - x));
            double above = lightness(ColorMap.BLUE_RED.argb(0.5 + x));
            assertThat(below).isLessThan(97);
            assertThat(below - above).isBetween(-10.0, 10.0);
        }
    }

    @Test
    void cellsWithoutNumberStandOutFromEveryMap() {
        for (ColorMap map : ColorMap.values()) {
            for (int i = 0; i <= 255; i++) {
                assertThat(distance(map.argb(i / 255.0), ColorMap.NAN_ARGB)).isGreaterThan(120);
            }
            assertThat(map.argb(Double.NaN)).isEqualTo(ColorMap.NAN_ARGB);
        }
    }

    @Test
    void clampsBeyondTheEnds() {
        assertThat(ColorMap.VIRIDIS.argb(-3)).isEqualTo(0xFF440154);
        assertThat(ColorMap.VIRIDIS.argb(7)).isEqualTo(0xFFFDE725);
    }

    private static double distance(int a, int b) {
        double sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double difference = ((a >> shift) & 0xFF) - ((b >> shift) & 0xFF);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** CIE L* of an sRGB colour. */
    private static double lightness(int argb) {
        double y = 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
        return y > 216.0 / 24389 ? 116 * Math.cbrt(y) - 16 : y * 24389 / 27;
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
