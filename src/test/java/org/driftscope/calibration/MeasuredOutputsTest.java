package org.driftscope.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.driftscope.adapter.Adapter;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fits from what a chip puts out, on a layer of 12 x 5 weights and 300 patches that another program worked on. */
class MeasuredOutputsTest {
    private static final CalibrationSpec DORA = CalibrationSpec.defaults().withRank(1);
    private static final List<CalibrationSpec> SPECS = List.of(
            DORA,
            DORA.withBias(true),
            DORA.withMethod(Method.LORA).withRank(2),
            DORA.withMethod(Method.BIAS_ONLY),
            DORA.withMethod(Method.AFFINE),
            DORA.withMagnitude(MagnitudeRule.VARIANCE).withBias(true),
            DORA.withMagnitude(MagnitudeRule.VARIANCE)
                    .withBias(true)
                    .withSettings(MethodSettings.defaults().withLayerGain(true)));

    private record Chip(
            LayerStatistics statistics,
            WeightMatrix clean,
            WeightMatrix drifted,
            Matrix x,
            Matrix z,
            OutputMoments outputs) {
        static Chip of(String name) {
            Matrix x = Vectors.matrix(name + ".X");
            double[] gram = new double[x.cols() * x.cols()];
            double[] mean = new double[x.cols()];
            for (int i = 0; i < x.cols(); i++) {
                for (int j = 0; j < x.cols(); j++) {
                    gram[i * x.cols() + j] = x.dot(i, x, j) / x.rows();
                }
                for (int p = 0; p < x.rows(); p++) {
                    mean[i] += x.at(p, i) / x.rows();
                }
            }
            return new Chip(
                    new LayerStatistics("l", x.cols(), List.of(gram), List.of(mean), x.rows(), 10),
                    weights(Vectors.matrix(name + ".Wt")),
                    weights(Vectors.matrix(name + ".Wr")),
                    x,
                    Vectors.matrix(name + ".z_chip"),
                    new OutputMoments(
                            List.of(Vectors.matrix(name + ".Tq")),
                            Vectors.array(name + ".q2"),
                            Vectors.array(name + ".mq")));
        }

        private static WeightMatrix weights(Matrix matrix) {
            float[] values = new float[matrix.rows() * matrix.cols()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) matrix.at(i / matrix.cols(), i % matrix.cols());
            }
            return new WeightMatrix(matrix.rows(), matrix.cols(), values);
        }

        LayerSolver solver(CalibrationSpec spec, @Nullable OutputMoments measured) {
            return Solvers.of(spec, statistics, clean, drifted, measured, RandomSource.of(1), new CancelToken());
        }

        Adapter allocated(@Nullable OutputMoments measured) {
            return AllocatedSolver.of(
                            statistics, clean, drifted, fisher(), measured, DORA.settings(), new CancelToken())
                    .solve(1);
        }

        Adapter sparse(@Nullable OutputMoments measured) {
            return new SparseSolver(statistics, clean, drifted, drifted, fisher(), measured, DORA.settings())
                    .restore(new int[] {3, 17, 40});
        }

        private OutputFisher fisher() {
            double[] one = new double[z.cols() * z.cols()];
            for (int j = 0; j < z.cols(); j++) {
                one[j * (z.cols() + 1)] = 1;
            }
            return new OutputFisher(1, List.of(one));
        }

        /** Of {@code s z + x L + b}, patch by patch. */
        double loss(double[] s, Matrix l, double[] b) {
            double sum = 0;
            for (int p = 0; p < x.rows(); p++) {
                for (int j = 0; j < z.cols(); j++) {
                    double off = s[j] * z.at(p, j) + b[j];
                    for (int i = 0; i < x.cols(); i++) {
                        off += x.at(p, i) * (l.at(i, j) - clean.at(i, j));
                    }
                    sum += off * off;
                }
            }
            return sum / x.rows() / z.cols();
        }

        double loss(LayerChange change) {
            double[] s = new double[z.cols()];
            double[] b = new double[z.cols()];
            Matrix l = Matrix.zeros(x.cols(), z.cols());
            for (int j = 0; j < s.length; j++) {
                s[j] = change.outputScale().length == 0 ? 1 : change.outputScale()[j];
                b[j] = change.addedBias().length == 0 ? 0 : change.addedBias()[j];
                for (int i = 0; i < x.cols(); i++) {
                    l.values()[j * x.cols() + i] = change.weights().at(i, j) - s[j] * drifted.at(i, j);
                }
            }
            return loss(s, l, b);
        }
    }

    @BeforeEach
    void vectors() {
        Vectors.assumePresent();
    }

    @Test
    void onALinearChipMeasuringChangesNothing() {
        for (String name : List.of("calib_linear", "calib_shrunk")) {
            Chip chip = Chip.of(name);
            for (CalibrationSpec spec : SPECS) {
                LayerChange known = chip.solver(spec, null).solve(spec.rank()).apply(chip.drifted());
                LayerChange measured =
                        chip.solver(spec, chip.outputs()).solve(spec.rank()).apply(chip.drifted());
                for (int i = 0; i < known.weights().values().length; i++) {
                    assertThat(measured.weights().values()[i])
                            .as(name + " " + spec.describe())
                            .isCloseTo(known.weights().values()[i], within(2e-5f));
                }
                for (int j = 0; j < known.addedBias().length; j++) {
                    assertThat(measured.addedBias()[j]).isCloseTo(known.addedBias()[j], within(2e-5f));
                }
            }
        }
    }

    @Test
    void budgetsMeasureToo() {
        Chip linear = Chip.of("calib_linear");
        assertSame(linear, linear.allocated(null), linear.allocated(linear.outputs()));
        assertSame(linear, linear.sparse(null), linear.sparse(linear.outputs()));
        Chip rounded = Chip.of("calib_adc5");
        for (Adapter adapter : List.of(rounded.allocated(rounded.outputs()), rounded.sparse(rounded.outputs()))) {
            // the bias takes all of the mean error, so that another one cannot lessen it
            LayerChange change = adapter.apply(rounded.drifted());
            double least = rounded.loss(change);
            for (float shift : new float[] {-0.01f, 0.01f}) {
                float[] moved = change.addedBias().clone();
                for (int j = 0; j < moved.length; j++) {
                    moved[j] += shift;
                }
                LayerChange other = new LayerChange(change.weights(), moved, change.outputScale(), null);
                assertThat(rounded.loss(other)).isCloseTo(least + 1e-4, within(1e-7));
            }
        }
    }

    private static void assertSame(Chip chip, Adapter known, Adapter measured) {
        float[] expected = known.apply(chip.drifted()).weights().values();
        float[] actual = measured.apply(chip.drifted()).weights().values();
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(2e-5f));
        }
    }

    @Test
    void errorsAreThoseOfTheOutputsPatchByPatch() {
        Chip chip = Chip.of("calib_adc5");
        for (CalibrationSpec spec : SPECS) {
            LayerSolver solver = chip.solver(spec, chip.outputs());
            Adapter adapter = solver.solve(spec.rank());
            double before = chip.loss(LayerChange.weightsOnly(chip.drifted()));
            assertThat(solver.error(null)).isCloseTo(before, within(1e-6 * before));
            assertThat(solver.error(adapter))
                    .as(spec.describe())
                    .isCloseTo(chip.loss(adapter.apply(chip.drifted())), within(1e-5 * before));
        }
    }

    @Test
    void withAConverterMeasuringLeavesLessErrorAndAsLittleAsTheReference() {
        Chip chip = Chip.of("calib_adc5");
        for (String kind : List.of("dora1", "bias")) {
            CalibrationSpec spec = kind.equals("bias") ? DORA.withMethod(Method.BIAS_ONLY) : DORA;
            double blind = chip.loss(chip.solver(spec, null).solve(1).apply(chip.drifted()));
            double measured =
                    chip.loss(chip.solver(spec, chip.outputs()).solve(1).apply(chip.drifted()));
            double reference = chip.loss(
                    Vectors.array("calib_adc5." + kind + "_s"),
                    Vectors.matrix("calib_adc5." + kind + "_L"),
                    Vectors.array("calib_adc5." + kind + "_b"));
            assertThat(measured).as(kind).isLessThan(blind * 1.0001).isCloseTo(reference, within(0.03 * reference));
        }
    }

    @Test
    void matchedVariancesCountWhatRoundingAdds() {
        Chip chip = Chip.of("calib_adc5");
        CalibrationSpec spec = DORA.withMagnitude(MagnitudeRule.VARIANCE).withBias(true);
        LayerChange change = chip.solver(spec, chip.outputs()).solve(1).apply(chip.drifted());
        double[] expected = Vectors.array("calib_adc5.vm1_s");
        for (int j = 0; j < expected.length; j++) {
            assertThat((double) change.outputScale()[j]).isCloseTo(expected[j], within(0.01));
        }
    }
}
