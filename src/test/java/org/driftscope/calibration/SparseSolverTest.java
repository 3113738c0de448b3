package org.driftscope.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.driftscope.adapter.SparseAdapter;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;
import org.junit.jupiter.api.Test;

class SparseSolverTest {
    private final RandomLayer layer = RandomLayer.of(11);
    private final SparseSolver solver = new SparseSolver(
            layer.statistics(),
            layer.clean(),
            layer.drifted(),
            layer.drifted(),
            layer.fisher(),
            null,
            MethodSettings.defaults());

    @Test
    void importanceIsTheLossOfOneWrongWeight() {
        float[] importance = solver.importance();
        for (int i = 0; i < importance.length; i++) {
            double[] alone = new double[importance.length];
            alone[i] = (double) layer.clean().values()[i] - layer.drifted().values()[i];
            double expected = layer.fisher().positions() * layer.centredLoss(alone);
            assertThat((double) importance[i]).as("weight %d", i).isCloseTo(expected, within(1e-5 * expected));
        }
    }

    @Test
    void allWeightsRestoredAreTheCleanLayer() {
        SparseAdapter all =
                solver.restore(IntStream.range(0, layer.clean().values().length).toArray());
        LayerChange change = all.apply(layer.drifted());
        for (int i = 0; i < layer.clean().values().length; i++) {
            assertThat(change.weights().values()[i]).isCloseTo(layer.clean().values()[i], within(1e-5f));
        }
        assertThat(change.addedBias()).containsOnly(new float[] {0, 0, 0, 0}, within(1e-5f));
    }

    @Test
    void theMostImportantWeightsLowerTheErrorMost() {
        FeatureError error = new FeatureError(layer.statistics(), layer.clean(), layer.drifted());
        int[] best = MostImportant.of(Map.of("l", solver.importance()), 6).get("l");
        assertThat(error.of(solver.restore(best))).isLessThan(error.of(solver.restore(new int[0])));
        assertThat(error.of(solver.restore(new int[0]))).isLessThan(error.of(null));
    }

    @Test
    void meansAreMatchedByMeasurementHoweverNoisyTheReadout() {
        float[] read = layer.drifted().values().clone();
        Random random = new Random(3);
        for (int i = 0; i < read.length; i++) {
            read[i] += (float) random.nextGaussian();
        }
        WeightMatrix readout = new WeightMatrix(RandomLayer.ROWS, RandomLayer.COLS, read);
        SparseAdapter adapter = new SparseSolver(
                        layer.statistics(),
                        layer.clean(),
                        layer.drifted(),
                        readout,
                        layer.fisher(),
                        null,
                        MethodSettings.defaults())
                .restore(new int[] {1, 5, 9});
        LayerChange change = adapter.apply(layer.drifted());
        double[] mean = layer.statistics().mean().get(0);
        for (int col = 0; col < RandomLayer.COLS; col++) {
            double clean = 0;
            double corrected = change.addedBias()[col];
            for (int row = 0; row < RandomLayer.ROWS; row++) {
                clean += layer.clean().at(row, col) * mean[row];
                corrected += change.weights().at(row, col) * mean[row];
            }
            assertThat(corrected).as("column %d", col).isCloseTo(clean, within(1e-4));
        }
    }

    @Test
    void theLargestOfSeveralLayersAreThoseThatSortingGives() {
        Map<String, float[]> values = new LinkedHashMap<>();
        values.put("a", new float[] {3, 0, 7, 7});
        values.put("b", new float[] {7, 1, 0});
        for (int count = 0; count <= 8; count++) {
            Map<String, int[]> chosen = MostImportant.of(values, count);
            float sum = 0;
            int places = 0;
            for (Map.Entry<String, int[]> entry : chosen.entrySet()) {
                places += entry.getValue().length;
                for (int place : entry.getValue()) {
                    sum += values.get(entry.getKey())[place];
                }
            }
            float[] sorted = {7, 7, 7, 3, 1};
            int expected = Math.min(count, sorted.length);
            float best = 0;
            for (float value : Arrays.copyOf(sorted, expected)) {
                best += value;
            }
            assertThat(places).as("count %d", count).isEqualTo(expected);
            assertThat(sum).as("count %d", count).isEqualTo(best);
        }
    }

    @Test
    void theFisherErrorIsTheWeightedLossOfTheDrift() {
        double[] deviation = new double[layer.clean().values().length];
        double[] shift = new double[RandomLayer.COLS];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = (double) layer.clean().values()[i] - layer.drifted().values()[i];
            shift[i % shift.length] += deviation[i] * layer.statistics().mean().get(0)[i / shift.length];
        }
        double expected = layer.centredLoss(deviation);
        double[] s = layer.fisher().groups().get(0);
        for (int i = 0; i < s.length; i++) {
            expected += shift[i / shift.length] * s[i] * shift[i % shift.length];
        }
        assertThat(FisherError.of(layer.statistics(), layer.clean(), layer.drifted(), layer.fisher()))
                .isCloseTo(layer.fisher().positions() * expected, within(1e-9));
    }
}
