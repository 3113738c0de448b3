package org.driftscope.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DriftModel;
import org.driftscope.device.ProgrammingError;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrossbarTest {
    private static final RandomSource CHIP = RandomSource.of(5);
    private static final ConductanceRange OFF_AT_TEN = new ConductanceRange(10, 100);

    @ParameterizedTest
    @MethodSource("org.driftscope.crossbar.MappingKind#all")
    void withoutDriftTheWeightsComeBack(MappingKind mapping) {
        for (ScaleScope scale : ScaleScope.values()) {
            WeightMatrix weights = randomWeights(70, 33);
            Crossbar crossbar = Crossbar.program("l", weights, spec(mapping, scale, 32, 16), CHIP);
            float[] back = crossbar.effectiveWeights(crossbar.target()).values();
            assertThat(greatestDifference(back, weights.values())).isLessThan(2e-6f);
        }
    }

    @Test
    void cellsHoldWhatTheFormulasSay() {
        WeightMatrix weights = new WeightMatrix(1, 2, new float[] {-1, 0.5f});
        CellState oneSided = target(MappingKind.ONE_SIDED_PAIR, weights);
        assertThat(oneSided.gPlus().valuesUs()).containsExactly(10, 55);
        assertThat(oneSided.gMinus().valuesUs()).containsExactly(100, 10);
        CellState constantSum = target(MappingKind.CONSTANT_SUM_PAIR, weights);
        assertThat(constantSum.gPlus().valuesUs()).containsExactly(10, 77.5f);
        assertThat(constantSum.gMinus().valuesUs()).containsExactly(100, 32.5f);
        CellState offset = target(MappingKind.OFFSET_COLUMN, weights);
        assertThat(offset.gPlus().valuesUs()).containsExactly(10, 77.5f);
        assertThat(offset.gMinus().valuesUs()).containsExactly(55);
    }

    @ParameterizedTest
    @MethodSource("org.driftscope.crossbar.MappingKind#all")
    void driftSpreadsEachCellInProportionToItsConductance(MappingKind mapping) {
        Crossbar crossbar =
                Crossbar.program("l", randomWeights(600, 64), spec(mapping, ScaleScope.LAYER, 256, 256), CHIP);
        CellState drifted = crossbar.drift(new RelativeGaussianDrift(0.2), 0);
        assertThat(relativeSpread(crossbar.target().gPlus(), drifted.gPlus())).isCloseTo(0.2, within(0.002));
        assertThat(relativeSpread(crossbar.target().gMinus(), drifted.gMinus())).isCloseTo(0.2, within(0.015));
    }

    @Test
    void withGMinZeroDriftMultipliesTheWeight() {
        WeightMatrix weights = randomWeights(50, 20);
        Crossbar crossbar = Crossbar.program("l", weights, CrossbarSpec.defaults(), CHIP);
        WeightMatrix at10 = crossbar.effectiveWeights(crossbar.drift(new RelativeGaussianDrift(0.1), 0));
        WeightMatrix at20 = crossbar.effectiveWeights(crossbar.drift(new RelativeGaussianDrift(0.2), 0));
        for (int i = 0; i < weights.values().length; i++) {
            float w = weights.values()[i];
            float straightOn = w + 2 * (at10.values()[i] - w);
            assertThat(at20.values()[i]).as("a cell moves along one line").isCloseTo(straightOn, within(1e-5f));
        }
    }

    @Test
    void aTilesNumbersDependOnItsLayerAndPlaceAlone() {
        WeightMatrix large = randomWeights(64, 8);
        WeightMatrix top = new WeightMatrix(32, 8, Arrays.copyOf(large.values(), 32 * 8));
        CrossbarSpec spec = spec(MappingKind.ONE_SIDED_PAIR, ScaleScope.LAYER, 32, 8);
        DriftModel drift = new RelativeGaussianDrift(0.2);
        float[] whole = Crossbar.program("l", large, spec, CHIP)
                .drift(drift, 0)
                .gMinus()
                .valuesUs();
        float[] part =
                Crossbar.program("l", top, spec, CHIP).drift(drift, 0).gMinus().valuesUs();
        float[] other =
                Crossbar.program("m", top, spec, CHIP).drift(drift, 0).gMinus().valuesUs();
        assertThat(relativeNoise(part, target(spec, top))).isEqualTo(relativeNoise(whole, target(spec, large)));
        assertThat(relativeNoise(other, target(spec, top))).isNotEqualTo(relativeNoise(part, target(spec, top)));
    }

    @Test
    void plusAndMinusCellsAndNeighbouringTilesAreUnrelated() {
        WeightMatrix zero = new WeightMatrix(64, 16, new float[64 * 16]);
        CrossbarSpec spec = spec(MappingKind.CONSTANT_SUM_PAIR, ScaleScope.LAYER, 32, 16);
        CellState drifted = Crossbar.program("l", zero, spec, CHIP).drift(new RelativeGaussianDrift(0.2), 0);
        float[] plus = drifted.gPlus().valuesUs();
        float[] minus = drifted.gMinus().valuesUs();
        assertThat(correlation(plus, 0, minus, 0, 1024)).isCloseTo(0, within(0.1));
        assertThat(correlation(plus, 0, plus, 512, 512)).isCloseTo(0, within(0.15));
    }

    @Test
    void theReferenceColumnDriftsAndIsSharedWithinATile() {
        WeightMatrix zero = new WeightMatrix(8, 12, new float[96]);
        WeightMatrix ones = new WeightMatrix(8, 12, filled(96, 1));
        CrossbarSpec spec = spec(MappingKind.OFFSET_COLUMN, ScaleScope.LAYER, 4, 4);
        Crossbar crossbar = Crossbar.program("l", ones, spec, CHIP);
        assertThat(crossbar.cells()).isEqualTo(96 + 8 * 3);
        CellState drifted = crossbar.drift(new RelativeGaussianDrift(0.3), 0);
        assertThat(drifted.gMinus().valuesUs()).hasSize(24).doesNotHaveDuplicates();
        CellState onlyReference = new CellState(crossbar.target().gPlus(), drifted.gMinus());
        WeightMatrix read = crossbar.effectiveWeights(onlyReference);
        assertThat(read.at(3, 4)).isEqualTo(read.at(3, 7)).isNotEqualTo(read.at(3, 8));
        assertThat(Crossbar.program("l", zero, spec, CHIP).target().gMinus().at(0, 0))
                .isEqualTo(55);
    }

    @Test
    void conductancesAreClippedAtZeroAndToTheRangeWhereAsked() {
        WeightMatrix weights = randomWeights(100, 40);
        DriftModel strong = new RelativeGaussianDrift(1);
        CrossbarSpec free = spec(MappingKind.ONE_SIDED_PAIR, ScaleScope.LAYER, 256, 256);
        float[] atZero = Crossbar.program("l", weights, free, CHIP)
                .drift(strong, 0)
                .gPlus()
                .valuesUs();
        assertThat(least(atZero)).isZero();
        assertThat(greatest(atZero)).isGreaterThan(100);
        float[] inRange = Crossbar.program("l", weights, clippedToRange(free), CHIP)
                .drift(strong, 0)
                .gPlus()
                .valuesUs();
        assertThat(least(inRange)).isEqualTo(10);
        assertThat(greatest(inRange)).isEqualTo(100);
    }

    @Test
    void levelsRoundTargetsToTheNearestConductance() {
        CrossbarSpec spec =
                spec(MappingKind.ONE_SIDED_PAIR, ScaleScope.LAYER, 256, 256).withLevels(4);
        WeightMatrix weights = randomWeights(30, 30);
        float[] exact = target(spec.withLevels(0), weights).gPlus().valuesUs();
        float[] rounded = target(spec, weights).gPlus().valuesUs();
        for (int i = 0; i < exact.length; i++) {
            assertThat(rounded[i]).isIn(10f, 40f, 70f, 100f).isCloseTo(exact[i], within(15.001f));
        }
    }

    @Test
    void clippingTakesLargeWeightsDownToThePercentile() {
        float[] values = new float[101];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? i : -i;
        }
        WeightMatrix weights = new WeightMatrix(101, 1, values);
        CrossbarSpec spec = clippedAt(90);
        Crossbar crossbar = Crossbar.program("l", weights, spec, CHIP);
        WeightMatrix back = crossbar.effectiveWeights(crossbar.target());
        assertThat(back.at(100, 0)).isCloseTo(90, within(1e-4f));
        assertThat(back.at(99, 0)).isCloseTo(-90, within(1e-4f));
        assertThat(back.at(40, 0)).isCloseTo(40, within(1e-4f));
    }

    @Test
    void programmingErrorIsDrawnOnceAndDriftStartsFromIt() {
        CrossbarSpec spec = written(new ProgrammingError(0.03, ProgrammingError.RelativeTo.G_MAX));
        Crossbar crossbar = Crossbar.program("l", randomWeights(300, 100), spec, CHIP);
        CellState written = crossbar.drift(new RelativeGaussianDrift(0), 0);
        assertThat(written.gPlus().valuesUs())
                .isEqualTo(crossbar.programmed().gPlus().valuesUs());
        double squares = 0;
        for (int i = 0; i < 30_000; i++) {
            squares += Math.pow(
                    written.gPlus().valuesUs()[i] - crossbar.target().gPlus().valuesUs()[i], 2);
        }
        assertThat(Math.sqrt(squares / 30_000)).isCloseTo(3, within(0.05));
        float[] drifted =
                crossbar.drift(new RelativeGaussianDrift(0.2), 0).gPlus().valuesUs();
        assertThat(relativeSpread(crossbar.programmed().gPlus(), new ConductanceArray(300, 100, drifted)))
                .isCloseTo(0.2, within(0.003));
    }

    @Test
    void aLayerOfZerosStaysZero() {
        WeightMatrix zero = new WeightMatrix(2, 2, new float[4]);
        Crossbar crossbar = Crossbar.program("l", zero, CrossbarSpec.defaults(), CHIP);
        assertThat(crossbar.effectiveWeights(crossbar.drift(new RelativeGaussianDrift(0.2), 0))
                        .values())
                .containsOnly(0);
    }

    private static CrossbarSpec spec(MappingKind mapping, ScaleScope scale, int tileRows, int tileCols) {
        return new CrossbarSpec(
                mapping,
                OFF_AT_TEN,
                scale,
                100,
                0,
                tileRows,
                tileCols,
                ProgrammingError.none(),
                false,
                CircuitSpec.ideal());
    }

    private static CrossbarSpec clippedToRange(CrossbarSpec spec) {
        return new CrossbarSpec(
                spec.mapping(),
                spec.range(),
                spec.scale(),
                100,
                0,
                256,
                256,
                ProgrammingError.none(),
                true,
                CircuitSpec.ideal());
    }

    private static CrossbarSpec clippedAt(double percentile) {
        return new CrossbarSpec(
                MappingKind.ONE_SIDED_PAIR,
                OFF_AT_TEN,
                ScaleScope.COLUMN,
                percentile,
                0,
                256,
                256,
                ProgrammingError.none(),
                false,
                CircuitSpec.ideal());
    }

    private static CrossbarSpec written(ProgrammingError error) {
        return new CrossbarSpec(
                MappingKind.CONSTANT_SUM_PAIR,
                OFF_AT_TEN,
                ScaleScope.LAYER,
                100,
                0,
                256,
                256,
                error,
                false,
                CircuitSpec.ideal());
    }

    private static CellState target(MappingKind mapping, WeightMatrix weights) {
        return target(spec(mapping, ScaleScope.LAYER, 256, 256), weights);
    }

    private static CellState target(CrossbarSpec spec, WeightMatrix weights) {
        return Crossbar.program("l", weights, spec, CHIP).target();
    }

    private static WeightMatrix randomWeights(int rows, int cols) {
        double[] normals = RandomSource.of(1).child("weights").gaussians(rows * cols);
        float[] values = new float[normals.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) normals[i];
        }
        return new WeightMatrix(rows, cols, values);
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }

    /** Relative change of the first 16 minus cells, rounded so that another w_max does not show. */
    private static long[] relativeNoise(float[] drifted, CellState target) {
        long[] noise = new long[16];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = Math.round(1e4 * (drifted[i] / target.gMinus().valuesUs()[i] - 1));
        }
        return noise;
    }

    private static double relativeSpread(ConductanceArray target, ConductanceArray drifted) {
        double squares = 0;
        for (int i = 0; i < target.valuesUs().length; i++) {
            double change = drifted.valuesUs()[i] / target.valuesUs()[i] - 1;
            squares += change * change;
        }
        return Math.sqrt(squares / target.valuesUs().length);
    }

    private static double correlation(float[] x, int xFrom, float[] y, int yFrom, int count) {
        double product = 0;
        double xSquares = 0;
        double ySquares = 0;
        for (int i = 0; i < count; i++) {
            double u = x[xFrom + i] - 55;
            double v = y[yFrom + i] - 55;
            product += u * v;
            xSquares += u * u;
            ySquares += v * v;
        }
        return product / Math.sqrt(xSquares * ySquares);
    }

    private static float greatestDifference(float[] x, float[] y) {
        float greatest = 0;
        for (int i = 0; i < x.length; i++) {
            greatest = Math.max(greatest, Math.abs(x[i] - y[i]));
        }
        return greatest;
    }

    private static float least(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static float greatest(float[] values) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }
}
