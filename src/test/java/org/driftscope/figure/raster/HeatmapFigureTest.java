package org.driftscope.figure.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeatmapFigureTest {
    @Test
    void pictureHasOnePixelACell() {
        CellGrid layer = new CellGrid(3, 3, new float[] {0, 0, 0, 0, 0, 1, 0, 1, 0});
        HeatmapFigure figure = new HeatmapFigure(
                "conv", layer.part(1, 1, 2, 2), ColorMap.MAGMA, new ValueRange(0, 1), "Target", "µS", "column", "row");
        assertThat(figure.values()).containsExactly(0, 1, 1, 0);
        assertThat(figure.raster().argb()).containsExactly(0xFF000004, 0xFFFCFDBF, 0xFFFCFDBF, 0xFF000004);
    }
}
