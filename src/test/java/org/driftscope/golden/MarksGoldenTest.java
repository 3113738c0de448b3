package org.driftscope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.Marker;
import org.driftscope.figure.chart.SeriesTint;
import org.junit.jupiter.api.Test;

/** Shapes of marks, pixel by pixel without smoothing and without text, against a picture in characters. */
class MarksGoldenTest {
    private static final int SIZE = 17;

    @Test
    void markersKeepTheirShapes() throws IOException {
        String drawn = IntStream.range(0, Marker.values().length)
                .mapToObj(i -> Marker.values()[i].name() + "\n" + picture(Marker.values()[i]))
                .collect(Collectors.joining("\n"));
        assertThat(drawn).isEqualTo(golden("markers.txt"));
    }

    @Test
    void seriesKeepTheirColours() throws IOException {
        String colors = IntStream.range(0, SeriesTint.values().length)
                .mapToObj(i -> SeriesTint.values()[i])
                .map(tint -> String.format(
                        "%s %s %06X %06X",
                        tint,
                        tint.marker(),
                        ChartPalette.LIGHT.series(tint).getRGB() & 0xFFFFFF,
                        ChartPalette.DARK.series(tint).getRGB() & 0xFFFFFF))
                .collect(Collectors.joining("\n"));
        assertThat(colors + "\n").isEqualTo(golden("series.txt"));
    }

    private static String picture(Marker marker) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fill(marker.at(SIZE / 2.0, SIZE / 2.0, SIZE - 4));
        return IntStream.range(0, SIZE)
                .mapToObj(y -> IntStream.range(0, SIZE)
                        .mapToObj(x -> (image.getRGB(x, y) & 0xFF) == 0 ? "." : "#")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(MarksGoldenTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
