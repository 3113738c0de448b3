package org.driftscope.calibration;

import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.calibration.fit.GroupProblem;
import org.driftscope.calibration.fit.LayerProblem;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.crossbar.WeightMatrix;

/** How much a layer's drift hurts the network, before anything is calibrated. */
public final class FisherError {
    private FisherError() {}

    /** {@code P tr(E^T G E S)} with E = Wt - Wr: twice the expected rise of the network's loss, to second order. */
    public static double of(
            LayerStatistics statistics, WeightMatrix target, WeightMatrix drifted, OutputFisher fisher) {
        LayerProblem problem = new LayerProblem(statistics, target, drifted);
        double sum = 0;
        for (int g = 0; g < problem.groups().size(); g++) {
            GroupProblem group = problem.groups().get(g);
            int o = group.cols();
            Matrix weighted = Products.times(
                    group.deviation(), new Matrix(o, o, fisher.groups().get(g)));
            Matrix features = group.gramDeviation(false);
            for (int j = 0; j < o; j++) {
                sum += features.dot(j, weighted, j);
            }
        }
        return fisher.positions() * sum;
    }
}
