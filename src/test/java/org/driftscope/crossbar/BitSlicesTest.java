package org.driftscope.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;

/** Weights in digits. */
class BitSlicesTest {
    private static final int ROWS = 30;
    private static final int COLS = 7;
    private static final RandomSource RANDOM = RandomSource.of(12);
    private static final WeightMatrix WEIGHTS = weights();

    private static WeightMatrix weights() {
        float[] values = new float[ROWS * COLS];
        double[] normals = RANDOM.gaussians(values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 11 == 0 ? 0 : (float) normals[i];
        }
        return new WeightMatrix(ROWS, COLS, values);
    }

    private static CrossbarSpec sliced(MappingKind mapping, int slices, int bits) {
        return CrossbarSpec.defaults()
                .withMapping(mapping)
                .withRange(new ConductanceRange(10, 100))
                .withTile(16)
                .withCircuit(CircuitSpec.ideal()
                        .with(CircuitSettings.SLICES, slices)
                        .with(CircuitSettings.SLICE_BITS, bits));
    }

    private static Crossbar program(CrossbarSpec spec) {
        return Crossbar.program("fc", WEIGHTS, spec, RandomSource.of(3));
    }

    private static float greatest() {
        float greatest = 0;
        for (float value : WEIGHTS.values()) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }

    /** Against the digits of a whole number as it is written to a base. */
    @Test
    void digitsAreThoseOfTheRoundedWeight() {
        for (int bits : new int[] {1, 2, 3, 8}) {
            BitSlices slices =
                    BitSlices.of(sliced(MappingKind.ONE_SIDED_PAIR, 3, bits)).orElseThrow();
            int base = 1 << bits;
            long most = (long) base * base * base - 1;
            for (double x : new double[] {0, 1, -1, 0.5, -0.3, 0.007, -0.99999}) {
                String digits = Long.toString(most + 1 + (long) Math.rint(Math.abs(x) * most), base);
                for (int slice = 0; slice < 3 && base <= Character.MAX_RADIX; slice++) {
                    double expected = Integer.parseInt(digits.substring(slice + 1, slice + 2), base) / (base - 1.0);
                    assertThat(slices.digit(x, slice)).isCloseTo(Math.signum(x) * expected, within(1e-12));
                }
            }
        }
    }

    @Test
    void whatSlicesHoldAddsUpToTheWeightInSoManyLevels() {
        for (MappingKind mapping : MappingKind.all()) {
            for (int slices : new int[] {1, 2, 8}) {
                for (int bits : new int[] {1, 2, 4}) {
                    Crossbar crossbar = program(sliced(mapping, slices, bits));
                    float[] held =
                            crossbar.effectiveWeights(crossbar.programmed()).values();
                    double most = Math.pow(2, slices * bits) - 1;
                    double step = greatest() / most * (mapping.sharesReference() ? 2 : 1);
                    for (int i = 0; i < held.length; i++) {
                        assertThat((double) held[i])
                                .as(mapping + ", " + slices + " of " + bits)
                                .isCloseTo(WEIGHTS.values()[i], within(step / 2 + 2e-5));
                    }
                }
            }
        }
    }

    @Test
    void everySliceHasCellsOfItsOwnInFewLevels() {
        Crossbar whole = program(CrossbarSpec.defaults().withTile(16).withRange(new ConductanceRange(10, 100)));
        Crossbar crossbar = program(sliced(MappingKind.ONE_SIDED_PAIR, 8, 2));
        assertThat(crossbar.cells()).isEqualTo(8 * whole.cells());
        assertThat(crossbar.target().slices()).isEqualTo(8);
        for (int slice = 0; slice < 8; slice++) {
            for (float gUs : crossbar.target().slice(slice).gPlus().valuesUs()) {
                assertThat(List.of(10f, 40f, 70f, 100f)).contains(gUs);
            }
        }
    }

    /** The first slice's cells have the normals of weights that are held whole; the others have their own. */
    @Test
    void slicingChangesNoDrawOfTheFirstSliceAndSlicesDriftApart() {
        RelativeGaussianDrift drift = new RelativeGaussianDrift(0.2);
        Crossbar whole = program(CrossbarSpec.defaults().withTile(16).withRange(new ConductanceRange(10, 100)));
        Crossbar crossbar = program(sliced(MappingKind.ONE_SIDED_PAIR, 3, 2));
        double[] one = moves(whole.drift(drift, 0), whole.target());
        CellState drifted = crossbar.drift(drift, 0);
        assertThat(moves(drifted.slice(0), crossbar.target().slice(0))).containsExactly(one, within(1e-5));
        double[] second = moves(drifted.slice(1), crossbar.target().slice(1));
        double product = 0;
        double square = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * second[i];
            square += one[i] * one[i];
        }
        assertThat(Math.abs(product / square)).isLessThan(0.2);
    }

    private static double[] moves(CellState drifted, CellState target) {
        double[] moves = new double[target.gPlus().valuesUs().length];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = drifted.gPlus().valuesUs()[i] / target.gPlus().valuesUs()[i] - 1;
        }
        return moves;
    }

    @Test
    void slicesAreReadByConvertersOfTheirOwnWhereThereAreSome() {
        Crossbar crossbar = program(sliced(MappingKind.OFFSET_COLUMN, 3, 2));
        CellState state = crossbar.programmed();
        WeightMatrix seen = crossbar.weightsSeen(state);
        assertThat(crossbar.readout(state, seen, LayerConverters.ideal())).isEmpty();
        Converter first = Converter.signMagnitude(5, 3);
        List<Converter> others = List.of(Converter.signMagnitude(5, 4), Converter.signMagnitude(5, 5));
        Readout readout = crossbar.readout(state, seen, new LayerConverters(null, first, others))
                .orElseThrow();
        assertThat(readout.slices())
                .extracting(Readout.Slice::adc)
                .containsExactly(first, others.get(0), others.get(1));
        double factors = 0;
        for (int i = 0; i < seen.values().length; i++) {
            double sum = 0;
            for (Readout.Slice slice : readout.slices()) {
                sum += slice.factor() * slice.weights().values()[i];
            }
            assertThat(sum).isCloseTo(seen.values()[i], within(1e-5));
        }
        for (Readout.Slice slice : readout.slices()) {
            factors += slice.factor();
        }
        assertThat(factors).isCloseTo(1, within(1e-6));
        WeightMatrix other = new WeightMatrix(ROWS, COLS, new float[ROWS * COLS]);
        assertThatThrownBy(() -> readout.withWeights(other)).isInstanceOf(SpecException.class);
        assertThat(readout.withWeights(seen).slices()).hasSize(3);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> sliced(MappingKind.ONE_SIDED_PAIR, 9, 4))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("is 36, but must be 32 or fewer");
        assertThatThrownBy(() -> sliced(MappingKind.ONE_SIDED_PAIR, 2, 2).withLevels(8))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("levels");
    }
}
