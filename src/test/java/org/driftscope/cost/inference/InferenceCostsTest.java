package org.driftscope.cost.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.RangedCost;
import org.driftscope.cost.inference.RangedParts.Measure;
import org.driftscope.cost.inference.RangedParts.Ranged;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.network.AnalogLayer;
import org.junit.jupiter.api.Test;

class InferenceCostsTest {
    private static final AnalogLayer LAYER = new AnalogLayer("conv", 0, "Conv", 300, 20, 1, null, "x", "w", "b");
    private static final Map<String, Long> POSITIONS = Map.of("conv", 7L);
    private static final CostAssumptions FIGURES = CostAssumptions.defaults();
    private static final CrossbarSpec TILES = CrossbarSpec.defaults().withTile(128);

    private static InferenceCosts costs(CrossbarSpec spec, CostAssumptions with, Footprint... methods) {
        List<RangedCost> ranged =
                List.of(methods).stream().map(one -> RangedCost.of(one, with)).toList();
        return InferenceCosts.of(List.of(LAYER), layer -> spec, POSITIONS, ranged, with)
                .orElseThrow();
    }

    private static double energy(CrossbarSpec spec, CostAssumptions with, InferencePart part) {
        return costs(spec, with).analog().of(part, Measure.ENERGY).value();
    }

    @Test
    void everyPartIsCountedByHand() {
        RangedParts analog = costs(TILES, FIGURES).analog();
        // 300 rows in 3 tiles of 128, 20 columns: 12,000 cells, 8 reads of one bit, 60 columns to convert
        PartCost cells = analog.set().get(InferencePart.CELLS);
        assertThat(cells.energyJoules()).isCloseTo(7 * 8 * 12_000 * 1.83e-15, within(1e-18));
        assertThat(cells.seconds()).isCloseTo(7 * 8 * 100e-9, within(1e-15));
        assertThat(cells.squareMicrometres()).isCloseTo(12_000 * 0.0232, within(1e-9));
        PartCost dacs = analog.set().get(InferencePart.DACS);
        assertThat(dacs.energyJoules()).isCloseTo(7 * 8 * 300 * 0.39e-12, within(1e-18));
        assertThat(dacs.squareMicrometres()).isCloseTo(300 * 0.166, within(1e-9));
        PartCost adcs = analog.set().get(InferencePart.ADCS);
        assertThat(adcs.energyJoules()).isCloseTo(7 * 60 * 1.56e-12, within(1e-18));
        assertThat(adcs.seconds()).isCloseTo(7 * 20 * 0.78e-9, within(1e-15));
        assertThat(adcs.squareMicrometres()).isCloseTo(3 * 1200, within(1e-9));
        assertThat(analog.total(Measure.ENERGY).value())
                .isCloseTo(cells.energyJoules() + dacs.energyJoules() + adcs.energyJoules(), within(1e-20));
    }

    @Test
    void convertersGrowExponentiallyWithTheirBitsAndReadsLinearly() {
        CrossbarSpec ten = TILES.withCircuit(TILES.circuit().with(CircuitSettings.ADC_BITS, 10));
        CrossbarSpec six = TILES.withCircuit(TILES.circuit().with(CircuitSettings.ADC_BITS, 6));
        double eight = energy(TILES, FIGURES, InferencePart.ADCS);
        assertThat(energy(ten, FIGURES, InferencePart.ADCS)).isCloseTo(4 * eight, within(1e-18));
        assertThat(energy(six, FIGURES, InferencePart.ADCS)).isCloseTo(eight / 4, within(1e-18));
        CrossbarSpec four = TILES.withCircuit(TILES.circuit().with(CircuitSettings.DAC_BITS, 4));
        assertThat(energy(four, FIGURES, InferencePart.CELLS))
                .isCloseTo(energy(TILES, FIGURES, InferencePart.CELLS) / 2, within(1e-18));
        // all eight bits in one read: 2^7 times a 1-bit DAC, an eighth of the reads
        CostAssumptions atOnce = FIGURES.with(CostQuantity.INPUT_BITS_PER_READ, 8);
        assertThat(energy(TILES, atOnce, InferencePart.DACS))
                .isCloseTo(energy(TILES, FIGURES, InferencePart.DACS) * 128 / 8, within(1e-18));
    }

    @Test
    void theRangeOfAnAdcIsThatOfItsPublishedEnergies() {
        Ranged eight = costs(TILES, FIGURES).analog().of(InferencePart.ADCS, Measure.ENERGY);
        assertThat(eight.low()).isCloseTo(7 * 60 * 1.56e-12, within(1e-18));
        assertThat(eight.high()).isCloseTo(7 * 60 * 15.6e-12, within(1e-18));
        // below eight bits a steeper growth makes it less, so that both ends of both figures count
        CrossbarSpec spec = TILES.withCircuit(TILES.circuit().with(CircuitSettings.ADC_BITS, 6));
        Ranged six = costs(spec, FIGURES).analog().of(InferencePart.ADCS, Measure.ENERGY);
        assertThat(six.low()).isCloseTo(7 * 60 * 1.56e-12 / 16, within(1e-18));
        assertThat(six.high()).isCloseTo(7 * 60 * 15.6e-12 / (1.11 * 1.11), within(1e-18));
    }

    @Test
    void aMethodAddsItsArithmeticAndTheReadsOfItsParameters() {
        Footprint footprint = new Footprint("DoRA", 1000, 0, 0, 0, 0, 7000);
        InferenceCosts costs = costs(TILES, FIGURES, footprint);
        RangedParts added = costs.methods().get(0).parts();
        assertThat(added.of(InferencePart.SRAM, Measure.ENERGY).value()).isCloseTo(7000 * 16 * 1.12e-15, within(1e-20));
        assertThat(added.of(InferencePart.ARITHMETIC, Measure.ENERGY).value()).isCloseTo(7000 * 1.5e-12, within(1e-18));
        assertThat(added.total(Measure.TIME).value()).isCloseTo(438 * 1e-9, within(1e-15));
        assertThat(added.of(InferencePart.SRAM, Measure.AREA).value()).isCloseTo(16_000 * 0.127, within(1e-9));
        double whole = costs.analog().total(Measure.ENERGY).value();
        Ranged percent = added.percentOf(costs.analog(), Measure.ENERGY);
        assertThat(percent.value()).isCloseTo(100 * added.total(Measure.ENERGY).value() / whole, within(1e-9));
        assertThat(percent.low()).isLessThan(percent.value());
        assertThat(percent.high()).isGreaterThan(percent.value());
    }

    @Test
    void rewritingCellsAddsNothingAndIsLeftOut() {
        assertThat(costs(TILES, FIGURES, new Footprint("back-propagation", 0, 0, 12_000, 300, 55, 0))
                        .methods())
                .isEmpty();
    }

    @Test
    void imagesOfAnySizeTellNothing() {
        assertThat(InferenceCosts.of(List.of(LAYER), layer -> TILES, Map.of(), List.of(), FIGURES))
                .isEmpty();
    }
}
