package org.driftscope.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorBarTest {
    @Test
    void moreDriftMakesALongerBarWhateverOtherLayersDo() {
        // Gaussian drift: the squared error grows with the square of the relative drift
        LayerError weak = new LayerError(0.04 * 9, Double.NaN, 9);
        LayerError strong = new LayerError(0.1936 * 9, Double.NaN, 9);
        assertThat(ErrorBar.share(weak.relativeBefore())).isCloseTo(0.2, within(1e-12));
        assertThat(ErrorBar.share(strong.relativeBefore())).isCloseTo(0.44, within(1e-12));
    }

    @Test
    void aBarIsFullWhereTheErrorIsAsLargeAsTheOutput() {
        assertThat(ErrorBar.share(new LayerError(3, 12, 3).relativeBefore())).isEqualTo(1);
        assertThat(ErrorBar.share(new LayerError(3, 12, 3).relativeAfter())).isEqualTo(1);
        assertThat(ErrorBar.share(LayerError.UNKNOWN.relativeBefore())).isZero();
        assertThat(ErrorBar.share(new LayerError(1, 1, 0).relativeBefore())).isZero();
    }
}
