package org.driftscope.calibration.fit;

import java.util.List;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.WeightMatrix;

/** What several chips of a kind have in common in one layer: their mean weights, and one gain for all of them. */
public final class MeanChip {
    private MeanChip() {}

    /** The mean of some weights. @param chips one or more, of one shape; not modified */
    public static WeightMatrix mean(List<WeightMatrix> chips) {
        WeightMatrix first = chips.get(0);
        float[] mean = new float[first.values().length];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (WeightMatrix chip : chips) {
                sum += chip.values()[i];
            }
            mean[i] = (float) (sum / chips.size());
        }
        return new WeightMatrix(first.rows(), first.cols(), mean);
    }

    /**
     * The layer's gain of the mean chip, {@code c = sqrt(sum_j var(teacher_j) / mean over chips of sum_j var(chip_j))}.
     *
     * @param statistics of the layer's inputs
     * @param target clean weights, [rows, cols]
     * @param chips what drifted cells amount to, [rows, cols] each
     */
    public static double gain(LayerStatistics statistics, WeightMatrix target, List<WeightMatrix> chips) {
        double present = chips.stream()
                .mapToDouble(chip -> variance(statistics, chip))
                .average()
                .orElseThrow();
        return LayerGain.of(variance(statistics, target), present);
    }

    /** Sum over the columns of {@code w^T G w - (w^T mu)^2}. */
    private static double variance(LayerStatistics statistics, WeightMatrix weights) {
        int groupCols = weights.cols() / statistics.groups();
        double sum = 0;
        for (int group = 0; group < statistics.groups(); group++) {
            InputMoments moments = statistics.moments().get(group);
            Matrix columns = Matrix.ofColumns(weights.values(), weights.cols(), group * groupCols, groupCols);
            Matrix seen = moments.times(columns);
            int rows = columns.rows();
            for (int col = 0; col < groupCols; col++) {
                double mean = Matrix.dot(columns.values(), col * rows, moments.mean(), 0, rows);
                sum += columns.dot(col, seen, col) - mean * mean;
            }
        }
        return sum;
    }
}
