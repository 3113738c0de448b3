package org.driftscope.figure.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final Viewport LAYER = Viewport.whole(100, 50);

    @Test
    void thePointUnderThePointerStays() {
        Viewport zoomed = LAYER.zoomed(3, 0.3, 0.8, LAYER);
        assertThat(zoomed.col() + 0.3 * zoomed.cols()).isCloseTo(0.3 * 50, within(1e-9));
        assertThat(zoomed.row() + 0.8 * zoomed.rows()).isCloseTo(0.8 * 100, within(1e-9));
        assertThat(zoomed.rows()).isCloseTo(100.0 / 3, within(1e-9));
    }

    @Test
    void zoomingOutEndsAtTheBounds() {
        assertThat(LAYER.zoomed(8, 0.9, 0.1, LAYER).zoomed(0.01, 0, 0, LAYER)).isEqualTo(LAYER);
    }

    @Test
    void zoomingInLeavesAFewCells() {
        Viewport close = LAYER.zoomed(1e9, 0.5, 0.5, LAYER);
        assertThat(close.rows()).isEqualTo(4);
        Viewport thin = Viewport.whole(2, 50);
        assertThat(thin.zoomed(1e9, 0.5, 0.5, thin).rows()).isEqualTo(2);
    }

    @Test
    void movingStopsAtTheTilesEdge() {
        Viewport tile = new Viewport(64, 0, 32, 50);
        Viewport view = new Viewport(70, 10, 10, 10);
        assertThat(view.moved(-100, 3, tile)).isEqualTo(new Viewport(64, 13, 10, 10));
        assertThat(view.moved(100, 300, tile)).isEqualTo(new Viewport(86, 40, 10, 10));
    }

    @Test
    void followsACellByAsLittleAsNeeded() {
        Viewport view = new Viewport(10, 10, 10, 10);
        assertThat(view.showing(12, 19, LAYER)).isSameAs(view);
        assertThat(view.showing(20, 9, LAYER)).isEqualTo(new Viewport(11, 9, 10, 10));
    }

    @Test
    void refusesAnEmptyRectangle() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Viewport(0, 0, 0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Viewport(Double.NaN, 0, 1, 5));
    }
}
