package org.driftscope.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.junit.jupiter.api.Test;

class AllocatedSolverTest {
    private final RandomLayer layer = RandomLayer.of(2);
    private final AllocatedSolver solver = AllocatedSolver.of(
            layer.statistics(),
            layer.clean(),
            layer.drifted(),
            layer.fisher(),
            null,
            MethodSettings.defaults(),
            new CancelToken());

    @Test
    void statisticsThatAreNotFiniteAreRefusedInASentence() {
        LayerStatistics spoilt = new LayerStatistics(
                "l",
                RandomLayer.ROWS,
                List.of(nan(RandomLayer.ROWS * RandomLayer.ROWS)),
                List.of(nan(RandomLayer.ROWS)),
                80,
                10);
        for (boolean gain : new boolean[] {false, true}) {
            MethodSettings settings = MethodSettings.defaults().withLayerGain(gain);
            assertThatThrownBy(() -> AllocatedSolver.of(
                            spoilt, layer.clean(), layer.drifted(), layer.fisher(), null, settings, new CancelToken()))
                    .isInstanceOf(DriftscopeException.class)
                    .hasMessageContaining("not finite");
        }
    }

    private static double[] nan(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    @Test
    void aRankCostsRowsAndColumnsBesideScaleAndBias() {
        for (int rank = 0; rank <= 2; rank++) {
            assertThat(solver.solve(rank).parameters())
                    .isEqualTo(rank * (RandomLayer.ROWS + RandomLayer.COLS) + 2 * RandomLayer.COLS);
        }
        assertThat(solver.offer().price()).isEqualTo(16 * (RandomLayer.ROWS + RandomLayer.COLS));
        assertThat(solver.offer().gains()).hasSize(solver.maxRank());
    }

    @Test
    void fewerBitsMakeRanksCheaper() {
        AllocatedSolver narrow = AllocatedSolver.of(
                layer.statistics(),
                layer.clean(),
                layer.drifted(),
                layer.fisher(),
                null,
                MethodSettings.defaults().withFactorBits(4),
                new CancelToken());
        // a scale for a column of A and a row of B of each of the two groups
        int groups = layer.statistics().groups();
        long price = 4L * (groups * RandomLayer.ROWS + RandomLayer.COLS) + 2L * 16 * groups;
        assertThat(narrow.offer().price()).isEqualTo(price);
        assertThat(narrow.solve(2).sramBits(16)).isEqualTo(2 * price + 16 * 2 * RandomLayer.COLS);
        assertThat(narrow.solve(2).parameters()).isEqualTo(solver.solve(2).parameters());
        assertThat(narrow.solve(0).sramBits(16)).isEqualTo(16 * 2 * RandomLayer.COLS);
    }

    @Test
    void moreRanksLeaveLessError() {
        double last = solver.error(null);
        for (int rank = 0; rank <= solver.maxRank(); rank += 2) {
            double error = solver.error(solver.solve(rank));
            assertThat(error).isLessThan(last);
            last = error;
        }
    }
}
