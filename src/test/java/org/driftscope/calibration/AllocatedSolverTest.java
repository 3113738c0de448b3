package org.driftscope.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.driftscope.support.CancelToken;
import org.junit.jupiter.api.Test;

class AllocatedSolverTest {
    private final RandomLayer layer = RandomLayer.of(2);
    private final AllocatedSolver solver = AllocatedSolver.of(
            layer.statistics(),
            layer.clean(),
            layer.drifted(),
            layer.fisher(),
            MethodSettings.defaults(),
            new CancelToken());

    @Test
    void aRankCostsRowsAndColumnsBesideScaleAndBias() {
        for (int rank = 0; rank <= 2; rank++) {
            assertThat(solver.solve(rank).parameters())
                    .isEqualTo(rank * solver.offer().price() + 2 * RandomLayer.COLS);
        }
        assertThat(solver.offer().price()).isEqualTo(RandomLayer.ROWS + RandomLayer.COLS);
        assertThat(solver.offer().gains()).hasSize(solver.maxRank());
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
