package org.driftscope.figure.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void countsBeforeAndAfterInTheSameBins() {
        float[] before = {0, 0, 2.5f, 9.9f, 10};
        float[] after = {-1, Float.NaN, 5, 11, 4.99f};
        Histogram histogram = Histogram.of(new ValueRange(0, 10), 4, before, after);
        assertThat(histogram.before()).containsExactly(2, 1, 0, 2);
        assertThat(histogram.after()).containsExactly(0, 1, 1, 0);
        assertThat(histogram.tallest()).isEqualTo(2);
        assertThat(histogram.edge(1)).isEqualTo(2.5);
        assertThat(histogram.edge(4)).isEqualTo(10);
    }
}
