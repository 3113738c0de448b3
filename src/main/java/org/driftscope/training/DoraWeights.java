package org.driftscope.training;

import java.util.Arrays;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.RandomSource;

/**
 * A layer's weights as DoRA makes them of its parameters, {@code W' = m (Wr + A B) / ||Wr + A B||_column}, and gradients
 * back to those. Source: Liu et al., arXiv 2402.09353 (2024); the norm is differentiated too.
 *
 * <p>Parameters lie one after another: A row-major [rows, groups*rank], B row-major [rank, cols], m [cols]. Columns of the
 * k-th group use columns [k*rank, (k+1)*rank) of A.
 */
public final class DoraWeights {
    private static final double LEAST_NORM = 1e-12;

    private final WeightMatrix drifted;
    private final int rank;
    private final int groups;

    /** @param rank capped at what makes sense for a group */
    public DoraWeights(WeightMatrix drifted, int rank, int groups) {
        this.drifted = drifted;
        this.groups = groups;
        this.rank = Math.min(rank, Math.min(drifted.rows(), drifted.cols() / groups));
    }

    public int rank() {
        return rank;
    }

    public int sizeOfA() {
        return drifted.rows() * groups * rank;
    }

    public int sizeOfB() {
        return rank * drifted.cols();
    }

    /** Number of parameters. */
    public int size() {
        return sizeOfA() + sizeOfB() + drifted.cols();
    }

    /** Writes where training starts: A ~ N(0, 1/rows), B = 0, m = ||Wr||. */
    void startInPlace(float[] parameters, int offset, RandomSource random) {
        double[] normal = random.gaussians(sizeOfA());
        double spread = 1 / Math.sqrt(drifted.rows());
        for (int i = 0; i < normal.length; i++) {
            parameters[offset + i] = (float) (normal[i] * spread);
        }
        double[] norms = norms(drifted.values());
        for (int col = 0; col < norms.length; col++) {
            parameters[offset + sizeOfA() + sizeOfB() + col] = (float) norms[col];
        }
    }

    /** W', row-major [rows, cols]. */
    float[] weights(float[] parameters, int offset) {
        float[] values = direction(parameters, offset);
        double[] norms = norms(values);
        int m = offset + sizeOfA() + sizeOfB();
        for (int i = 0; i < values.length; i++) {
            int col = i % norms.length;
            values[i] *= (float) (parameters[m + col] / norms[col]);
        }
        return values;
    }

    /**
     * Writes the gradient of the parameters: with v a column of Wr + A B, n its norm and g the gradient by W',
     * {@code dm = <g, v> / n} and {@code dv = m/n (g - v <g, v> / n^2)}.
     *
     * @param gradient by W', row-major [rows, cols]
     * @param target receives the gradient from {@code offset} on
     */
    void gradient(float[] parameters, int offset, float[] gradient, float[] target) {
        float[] direction = direction(parameters, offset);
        double[] norms = norms(direction);
        double[] along = new double[norms.length];
        for (int i = 0; i < direction.length; i++) {
            along[i % along.length] += (double) gradient[i] * direction[i];
        }
        int m = offset + sizeOfA() + sizeOfB();
        float[] byDirection = new float[direction.length];
        for (int i = 0; i < direction.length; i++) {
            int col = i % along.length;
            double gain = parameters[m + col] / norms[col];
            byDirection[i] = (float) (gain * (gradient[i] - direction[i] * along[col] / (norms[col] * norms[col])));
        }
        for (int col = 0; col < along.length; col++) {
            target[m + col] = (float) (along[col] / norms[col]);
        }
        gradientOfFactors(parameters, offset, byDirection, target);
    }

    /** {@code dA = dV B^T, dB = A^T dV}, group by group. */
    private void gradientOfFactors(float[] parameters, int offset, float[] byDirection, float[] target) {
        int cols = drifted.cols();
        int groupCols = cols / groups;
        int b = offset + sizeOfA();
        Arrays.fill(target, offset, b + sizeOfB(), 0);
        for (int row = 0; row < drifted.rows(); row++) {
            for (int k = 0; k < groups * rank; k++) {
                int a = offset + row * groups * rank + k;
                int from = k / rank * groupCols;
                int bRow = b + k % rank * cols;
                double sum = 0;
                for (int col = from; col < from + groupCols; col++) {
                    float slope = byDirection[row * cols + col];
                    sum += slope * parameters[bRow + col];
                    target[bRow + col] += parameters[a] * slope;
                }
                target[a] = (float) sum;
            }
        }
    }

    private float[] direction(float[] parameters, int offset) {
        float[] values = drifted.values().clone();
        int cols = drifted.cols();
        int groupCols = cols / groups;
        for (int row = 0; row < drifted.rows(); row++) {
            for (int k = 0; k < groups * rank; k++) {
                float factor = parameters[offset + row * groups * rank + k];
                int from = k / rank * groupCols;
                int bRow = offset + sizeOfA() + k % rank * cols;
                for (int col = from; col < from + groupCols; col++) {
                    values[row * cols + col] += factor * parameters[bRow + col];
                }
            }
        }
        return values;
    }

    private double[] norms(float[] values) {
        double[] norms = new double[drifted.cols()];
        for (int i = 0; i < values.length; i++) {
            norms[i % norms.length] += (double) values[i] * values[i];
        }
        for (int col = 0; col < norms.length; col++) {
            norms[col] = Math.max(LEAST_NORM, Math.sqrt(norms[col]));
        }
        return norms;
    }
}
