package org.driftscope.ui.settings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;
import org.driftscope.cost.inference.RangedParts.Measure;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.support.RandomSource;
import org.driftscope.ui.state.ExplorerState;
import org.junit.jupiter.api.Test;

class CostPreviewTest {
    /** Of 3 x 16, 16 x 24 and 24 x 24 convolutions with 3 x 3 taps, and 24 x 5; two batch norms. */
    private final Network network = Graphs.residual(RandomSource.of(1));

    private final ExplorerState state =
            ExplorerState.first().withTicked(Set.of("stem", "fc")).withCalibration(CalibrationSpec.defaults());

    private CostPreview of(ExplorerState of) {
        return CostPreview.of(network, Map.of(), of);
    }

    private ExplorerState with(Method method) {
        return state.withCalibration(state.calibration().withMethod(method));
    }

    @Test
    void countsByHand() {
        CostPreview dora = of(state);
        // rank 4: 4 (27 + 16) + 16 and 4 (24 + 5) + 5
        assertThat(dora.plan().updatedParameters()).isEqualTo(188 + 121);
        assertThat(dora.percent()).isCloseTo(100.0 * 309 / network.parameters(), within(1e-9));
        assertThat(dora.plan().footprint().rramCells()).isZero();
        assertThat(dora.retraining().rramCellWrites()).isEqualTo(2L * (27 * 16 + 144 * 24 + 216 * 24 + 24 * 5));
        assertThat(of(with(Method.BIAS_ONLY)).plan().updatedParameters()).isEqualTo(16 + 5);
        assertThat(of(with(Method.DRIFT_COMPENSATION)).plan().updatedParameters())
                .as("one tile a layer")
                .isEqualTo(2);
        assertThat(of(with(Method.BATCH_NORM)).plan().updatedParameters()).isEqualTo(2 * 16 + 2 * 24);
        assertThat(of(with(Method.BACKPROP)).plan().footprint().rramCells()).isEqualTo(2L * (27 * 16 + 24 * 5));
    }

    @Test
    void ofTheMostAffectedLayersTheCostliestAreTheBound() {
        CostPreview one = of(state.withCalibration(
                state.calibration().withSettings(state.calibration().settings().withMostAffected(1))));
        assertThat(one.plan().atMost()).isTrue();
        assertThat(one.plan().updatedParameters()).isEqualTo(188);
    }

    @Test
    void deviceFiguresCount() {
        CostAssumptions wide = CostAssumptions.defaults().with(CostQuantity.BITS_PER_PARAMETER, 32);
        assertThat(of(state.withCosts(wide)).cost().sramBits())
                .isEqualTo(2 * of(state).cost().sramBits());
    }

    @Test
    void whereNothingIsTickedEveryMethodKeepsItsNameAndCostsNothing() {
        CostPreview none = of(state.withTicked(Set.of()));
        assertThat(none.methods()).hasSize(Method.all().size() + 1).allSatisfy(row -> {
            assertThat(row.cost().sramBits()).isZero();
            assertThat(row.cost().rramCellWrites()).isZero();
        });
        assertThat(none.methods().stream().map(row -> row.label()).distinct())
                .as("names of methods")
                .hasSize(Method.all().size() + 1);
    }

    @Test
    void allMethodsStandBesideEachOther() {
        assertThat(of(state).methods()).hasSize(Method.all().size() + 1);
    }

    @Test
    void anInferenceTakesNothingOfLayersThatStayClean() {
        Map<String, Long> positions = new HashMap<>();
        network.analogLayers().forEach(layer -> positions.put(layer.name(), 4L));
        double all = energy(positions, state);
        double stem = energy(positions, state.withDrifting(new LayerChoice(List.of("stem"))));
        double fc = energy(positions, state.withDrifting(new LayerChoice(List.of("fc"))));
        double both = energy(positions, state.withDrifting(new LayerChoice(List.of("stem", "fc"))));
        assertThat(stem + fc).isCloseTo(both, withinPercentage(1e-6));
        assertThat(both).isLessThan(all);
    }

    private double energy(Map<String, Long> positions, ExplorerState of) {
        return CostPreview.of(network, positions, of)
                .inference()
                .orElseThrow()
                .analog()
                .total(Measure.ENERGY)
                .value();
    }
}
