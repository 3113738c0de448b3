package org.driftscope.bench;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.RandomSource;

/** Random weights and statistics of a ResNet-20's shapes. */
final class ResNet20Layers {
    private ResNet20Layers() {}

    /** All 20 layers; another name, other weights. */
    static List<WeightMatrix> weights(String name) {
        List<WeightMatrix> layers = new ArrayList<>();
        layers.add(weights(name, 27, 16));
        add(layers, name, 144, 16, 6);
        add(layers, name, 144, 32, 1);
        add(layers, name, 288, 32, 5);
        add(layers, name, 288, 64, 1);
        add(layers, name, 576, 64, 5);
        layers.add(weights(name, 64, 10));
        return layers;
    }

    /** Second moments of smooth inputs: {@code 0.9^|i - j|} and a mean of 0.5. */
    static LayerStatistics statistics(WeightMatrix weights) {
        int d = weights.rows();
        double[] gram = new double[d * d];
        double[] mean = new double[d];
        for (int i = 0; i < d; i++) {
            mean[i] = 0.5;
            for (int j = 0; j < d; j++) {
                gram[i * d + j] = Math.pow(0.9, Math.abs(i - j)) + 0.25;
            }
        }
        return new LayerStatistics("layer", d, List.of(gram), List.of(mean), 10_240, 10);
    }

    private static void add(List<WeightMatrix> layers, String name, int rows, int cols, int count) {
        for (int i = 0; i < count; i++) {
            layers.add(weights(name + layers.size(), rows, cols));
        }
    }

    private static WeightMatrix weights(String name, int rows, int cols) {
        double[] normals = RandomSource.of(1).child(name).gaussians(rows * cols);
        float[] values = new float[normals.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (normals[i] / Math.sqrt(rows));
        }
        return new WeightMatrix(rows, cols, values);
    }
}
