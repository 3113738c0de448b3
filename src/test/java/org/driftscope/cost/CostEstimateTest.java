package org.driftscope.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.network.AnalogLayer;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;

class CostEstimateTest {
    private static final AnalogLayer LAYER = new AnalogLayer("fc", 0, "Gemm", 300, 20, 1, null, "x", "w", "b");

    @Test
    void adaptersWriteSramOnlyAndNeverWearTheRramOut() {
        CostEstimate cost = CostEstimate.of(new Footprint("DoRA", 1000, 0, 0, 0, 0, 0), CostAssumptions.defaults());
        assertThat(cost.sramBits()).isEqualTo(16_000);
        assertThat(cost.rramCellWrites()).isZero();
        assertThat(cost.energyJoules()).isCloseTo(16_000 * 1.6e-15, within(1e-20));
        assertThat(cost.seconds()).isCloseTo(1e-6, within(1e-12));
        assertThat(cost.lifetimeCalibrations()).isInfinite();
    }

    @Test
    void rewritingCountsEveryCellAtEveryUpdate() {
        Footprint footprint =
                Footprints.ofRewriting("back-propagation", List.of(LAYER), layer -> CrossbarSpec.defaults(), 60);
        CostEstimate cost = CostEstimate.of(footprint, CostAssumptions.defaults());
        assertThat(footprint.rramCells()).isEqualTo(2 * 6000);
        assertThat(footprint.rramRows()).isEqualTo(300);
        assertThat(cost.rramCellWrites()).isEqualTo(720_000);
        assertThat(cost.energyJoules()).isCloseTo(720_000 * 16 * 2e-12, within(1e-12));
        assertThat(cost.seconds()).isCloseTo(300 * 60 * 16 * 85.7e-9, within(1e-9));
        assertThat(cost.lifetimeCalibrations()).isCloseTo(1e6 / (16 * 60), within(1e-6));
    }

    @Test
    void indicesAreWrittenToSramToo() {
        Footprint sparse = new Footprint("sparse", 100, 1600, 0, 0, 0, 0);
        CostEstimate cost = CostEstimate.of(sparse, CostAssumptions.defaults());
        assertThat(cost.sramBits()).isEqualTo(3200);
        assertThat(cost.seconds()).isCloseTo(200e-9, within(1e-15));
    }

    @Test
    void aRangeIsBestAndWorstCaseOfThePublishedFigures() {
        Footprint footprint =
                Footprints.ofRewriting("back-propagation", List.of(LAYER), layer -> CrossbarSpec.defaults(), 60);
        RangedCost cost = RangedCost.of(footprint, CostAssumptions.defaults());
        assertThat(cost.energyJoules().low()).isCloseTo(720_000 * 10 * 0.1e-12, within(1e-13));
        assertThat(cost.energyJoules().high()).isCloseTo(720_000 * 121 * 10e-12, within(1e-9));
        assertThat(cost.seconds().high()).isCloseTo(300 * 60 * 121 * 100e-9, within(1e-9));
        assertThat(cost.lifetimeCalibrations().low()).isCloseTo(1e4 / (121 * 60), within(1e-9));
        assertThat(cost.lifetimeCalibrations().high()).isCloseTo(1e12 / (10 * 60), within(1.0));
        // choices stay as set
        assertThat(cost.lifetimeDays().low()).isCloseTo(1e4 / (121 * 60) / 24, within(1e-9));
    }

    @Test
    void aFigureBeyondWhatIsPublishedWidensItsRange() {
        CostAssumptions figures = CostAssumptions.defaults().with(CostQuantity.RRAM_PULSE_ENERGY, 50);
        Footprint footprint =
                Footprints.ofRewriting("back-propagation", List.of(LAYER), layer -> CrossbarSpec.defaults(), 1);
        RangedCost cost = RangedCost.of(footprint, figures);
        assertThat(cost.energyJoules().high()).isCloseTo(12_000 * 121 * 50e-12, within(1e-9));
        assertThat(cost.energyJoules().low()).isCloseTo(12_000 * 10 * 0.1e-12, within(1e-13));
    }

    @Test
    void anOffsetColumnHasOneCellAWeightAndAReferenceCellARowAndTile() {
        CrossbarSpec spec = CrossbarSpec.defaults().withMapping(MappingKind.OFFSET_COLUMN);
        assertThat(Footprints.cells(LAYER, spec)).isEqualTo(6000 + 300);
        CrossbarSpec sliced = spec.withCircuit(spec.circuit().with(CircuitSettings.SLICES, 8));
        assertThat(Footprints.cells(LAYER, sliced)).as("each slice has cells").isEqualTo(8 * (6000 + 300));
    }

    @Test
    void anAssumptionMustBeAboveZero() {
        assertThatThrownBy(() -> CostAssumptions.defaults().with(CostQuantity.RRAM_ENDURANCE, 0))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("RRAM endurance");
    }
}
