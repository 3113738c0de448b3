package org.driftscope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;
import org.driftscope.network.AnalogLayer;
import org.driftscope.ui.state.ExplorerState;
import org.junit.jupiter.api.Test;

class CostPreviewTest {
    private static AnalogLayer dense(String name, int rows, int cols, int groups) {
        return new AnalogLayer(name, 0, "Gemm", rows, cols, groups, null, "x", name + ".weight", "b");
    }

    @Test
    void countsByHand() {
        List<AnalogLayer> layers = List.of(dense("a", 100, 20, 1), dense("b", 9, 32, 32), dense("c", 64, 10, 1));
        ExplorerState state = ExplorerState.first().withTicked(Set.of("a", "b"));
        CostPreview cost = CostPreview.of(layers, 4000, state, CostAssumptions.defaults());
        // DoRA of rank 4: a: 4 (100 + 20) + 20; b, depthwise: rank 1 a group, 32 * 9 + 32 + 32
        assertThat(cost.adapters().footprint().sramParameters()).isEqualTo(500 + 352);
        assertThat(cost.percent()).isCloseTo(100.0 * 852 / 4000, within(1e-9));
        assertThat(cost.adapters().rramCellWrites()).isZero();
        assertThat(cost.retraining().rramCellWrites()).isEqualTo(2L * (2000 + 288 + 640));
    }

    @Test
    void deviceFiguresCount() {
        List<AnalogLayer> layers = List.of(dense("a", 100, 20, 1));
        CostAssumptions wide = CostAssumptions.defaults().with(CostQuantity.BITS_PER_PARAMETER, 32);
        ExplorerState state = ExplorerState.first().withTicked(Set.of("a"));
        CostPreview usual = CostPreview.of(layers, 4000, state, CostAssumptions.defaults());
        CostPreview doubled = CostPreview.of(layers, 4000, state, wide);
        assertThat(doubled.adapters().sramBits()).isEqualTo(2 * usual.adapters().sramBits());
        assertThat(doubled.assumptions().changed()).containsOnlyKeys(CostQuantity.BITS_PER_PARAMETER);
    }
}
