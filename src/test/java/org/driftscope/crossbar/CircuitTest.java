package org.driftscope.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;

/** Stuck cells, their partners and wires on a layer of 300 x 40 weights. */
class CircuitTest {
    private static final int ROWS = 300;
    private static final int COLS = 40;
    private static final CircuitSpec STUCK =
            CircuitSpec.ideal().with(CircuitSettings.STUCK_LOW, 0.02).with(CircuitSettings.STUCK_HIGH, 0.05);

    @Test
    void theSharesAskedForAreStuckAndHoldTheirConductance() {
        Crossbar crossbar = crossbar(MappingKind.ONE_SIDED_PAIR, STUCK);
        CellState held = crossbar.stuckUs().orElseThrow();
        int low = 0;
        int high = 0;
        for (int i = 0; i < ROWS * COLS; i++) {
            float stuck = held.gPlus().valuesUs()[i];
            low += stuck == 0 ? 1 : 0;
            high += stuck == 100 ? 1 : 0;
            if (!Float.isNaN(stuck)) {
                assertThat(crossbar.programmed().gPlus().valuesUs()[i]).isEqualTo(stuck);
            }
        }
        assertThat(low / (double) (ROWS * COLS)).isCloseTo(0.02, within(0.006));
        assertThat(high / (double) (ROWS * COLS)).isCloseTo(0.05, within(0.008));
    }

    @Test
    void largerSharesAddCellsAndTakeNoneAway() {
        CellState few = crossbar(MappingKind.ONE_SIDED_PAIR, STUCK).stuckUs().orElseThrow();
        CellState many = crossbar(MappingKind.ONE_SIDED_PAIR, STUCK.with(CircuitSettings.STUCK_LOW, 0.2))
                .stuckUs()
                .orElseThrow();
        for (int i = 0; i < ROWS * COLS; i++) {
            if (!Float.isNaN(few.gMinus().valuesUs()[i])) {
                assertThat(many.gMinus().valuesUs()[i]).isEqualTo(few.gMinus().valuesUs()[i]);
            }
        }
    }

    @Test
    void stuckCellsStayAndChangeNoOtherDraw() {
        float[] ideal = drifted(crossbar(MappingKind.ONE_SIDED_PAIR, CircuitSpec.ideal()));
        Crossbar crossbar = crossbar(MappingKind.ONE_SIDED_PAIR, STUCK);
        float[] stuck = drifted(crossbar);
        float[] held = crossbar.stuckUs().orElseThrow().gPlus().valuesUs();
        for (int i = 0; i < ideal.length; i++) {
            assertThat(stuck[i]).isEqualTo(Float.isNaN(held[i]) ? ideal[i] : held[i]);
        }
    }

    @Test
    void partnersOfStuckCellsBringWeightsBack() {
        CircuitSpec aware = STUCK.with(CircuitSettings.FAULT_AWARE, 1);
        for (MappingKind mapping : new MappingKind[] {MappingKind.ONE_SIDED_PAIR, MappingKind.CONSTANT_SUM_PAIR}) {
            double blind = error(crossbar(mapping, STUCK));
            assertThat(blind).isGreaterThan(0.1);
            assertThat(error(crossbar(mapping, aware))).as(mapping.id()).isLessThan(0.6 * blind);
        }
        // a reference column has no partner
        assertThat(error(crossbar(MappingKind.OFFSET_COLUMN, aware)))
                .isEqualTo(error(crossbar(MappingKind.OFFSET_COLUMN, STUCK)));
    }

    @Test
    void wiresMakeWeightsSmallerAndLeaveTheCellsAsTheyAre() {
        CircuitSpec wires =
                CircuitSpec.ideal().with(CircuitSettings.WIRE_ROWS, 2).with(CircuitSettings.WIRE_COLUMNS, 2);
        for (MappingKind mapping : MappingKind.all()) {
            Crossbar crossbar = crossbar(mapping, wires);
            assertThat(crossbar.programmed().gPlus().valuesUs())
                    .containsExactly(crossbar.target().gPlus().valuesUs());
            double seen = sum(crossbar.contributed(crossbar.target()));
            assertThat(seen).as(mapping.id()).isLessThan(0.95 * sum(crossbar.target()));
        }
    }

    @Test
    void anIdealCircuitIsNoCircuit() {
        Crossbar crossbar = crossbar(MappingKind.ONE_SIDED_PAIR, CircuitSpec.ideal());
        assertThat(crossbar.stuckUs()).isEqualTo(Optional.empty());
        assertThat(crossbar.contributed(crossbar.target())).isSameAs(crossbar.target());
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertThatThrownBy(() -> STUCK.with(CircuitSettings.STUCK_HIGH, 0.99))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("must be at most 1");
        for (CircuitSetting setting : CircuitSettings.all()) {
            for (double value : new double[] {-0.1, Double.NaN, setting.most() + 1}) {
                assertThatThrownBy(() -> CircuitSpec.ideal().with(setting, value))
                        .isInstanceOf(SpecException.class)
                        .hasMessageContaining(setting.id());
            }
        }
    }

    @Test
    void aResistanceThatRoundingLosesIsRefused() {
        for (double ohm : new double[] {Double.MIN_VALUE, 1e-300, 1e-9, 9e-4}) {
            assertThatThrownBy(() -> CircuitSpec.ideal().with(CircuitSettings.WIRE_COLUMNS, ohm))
                    .as("%s ohm", ohm)
                    .isInstanceOf(SpecException.class)
                    .hasMessageContaining("0, or 0.001 to 1000 ohm");
        }
        CircuitSpec least =
                CircuitSpec.ideal().with(CircuitSettings.WIRE_ROWS, 1e-3).with(CircuitSettings.WIRE_COLUMNS, 1e-3);
        Crossbar crossbar = crossbar(MappingKind.ONE_SIDED_PAIR, least);
        double asked = sum(crossbar.target());
        assertThat(sum(crossbar.contributed(crossbar.target()))).isBetween(0.999 * asked, asked);
    }

    private static double sum(CellState state) {
        double sum = 0;
        for (float gUs : state.gPlus().valuesUs()) {
            sum += gUs;
        }
        return sum;
    }

    private static float[] drifted(Crossbar crossbar) {
        return crossbar.drift(new RelativeGaussianDrift(0.2), 0).gPlus().valuesUs();
    }

    /** Root-mean-square error of the weights read back, as a share of the largest. */
    private static double error(Crossbar crossbar) {
        float[] asked = crossbar.weights().values();
        float[] read = crossbar.effectiveWeights(crossbar.programmed()).values();
        double sum = 0;
        for (int i = 0; i < asked.length; i++) {
            sum += (double) (read[i] - asked[i]) * (read[i] - asked[i]);
        }
        return Math.sqrt(sum / asked.length);
    }

    private static Crossbar crossbar(MappingKind mapping, CircuitSpec circuit) {
        double[] normals = RandomSource.of(3).gaussians(ROWS * COLS);
        float[] weights = new float[normals.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.max(-1, Math.min(1, normals[i] / 3));
        }
        CrossbarSpec spec =
                CrossbarSpec.defaults().withMapping(mapping).withTile(128).withCircuit(circuit);
        return Crossbar.program("layer", new WeightMatrix(ROWS, COLS, weights), spec, RandomSource.of(1));
    }
}
