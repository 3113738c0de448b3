package org.driftscope.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.adapter.TileScaleAdapter;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

class TileScalingTest {
    @Test
    void tilesThatFadedAreBroughtBack() {
        RandomLayer layer = RandomLayer.of(3);
        TileGrid tiles = new TileGrid(RandomLayer.ROWS, RandomLayer.COLS, 4, 3);
        float[] fade = {0.8f, 0.5f, 0.9f, 0.7f};
        float[] faded = layer.clean().values().clone();
        for (int i = 0; i < faded.length; i++) {
            faded[i] *= fade[i / RandomLayer.COLS / 4 * 2 + i % RandomLayer.COLS / 3];
        }
        WeightMatrix drifted = new WeightMatrix(RandomLayer.ROWS, RandomLayer.COLS, faded);
        TileScaleAdapter adapter = new TileScaling(layer.statistics(), tiles).fit(layer.clean(), drifted);
        assertThat(adapter.parameters()).isEqualTo(4);
        float[] back = adapter.apply(drifted).weights().values();
        for (int i = 0; i < back.length; i++) {
            assertThat(back[i]).isCloseTo(layer.clean().values()[i], within(1e-5f));
        }
    }

    @Test
    void theMeanAbsoluteOfANormalIsThatOfManyDraws() {
        double[] normals = RandomSource.of(1).gaussians(400_000);
        for (double mean : new double[] {-2, 0, 0.7}) {
            double sum = 0;
            for (double normal : normals) {
                sum += Math.abs(mean + 1.5 * normal) / normals.length;
            }
            assertThat(TileScaling.meanOfAbsolute(mean, 1.5)).isCloseTo(sum, within(0.01));
        }
        assertThat(TileScaling.meanOfAbsolute(-3, 0)).isEqualTo(3);
    }
}
