package org.driftscope.experiment.vera;

import org.driftscope.adapter.FrozenFactors;
import org.driftscope.adapter.VectorSet;
import org.driftscope.crossbar.WeightMatrix;

/**
 * A layer's weights {@code W' = c (Wr + A diag(d) B diag(b))} as a function of the numbers d, b and, where there is one, c, in a row;
 * and the gradient by these numbers. With G the gradient by W' and {@code M = A^T G}: {@code dL/db_j = c sum_k d_k B_kj M_kj},
 * {@code dL/dd_k = c sum_j b_j B_kj M_kj}, {@code dL/dc = sum G (Wr + A diag(d) B diag(b))}.
 */
final class VectorWeights {
    private final int rank;
    private final int rows;
    private final int cols;
    private final boolean gained;
    private final float[] a;
    private final float[] b;

    /** @param seed of A and B */
    VectorWeights(int rank, int rows, int cols, boolean gained, long seed) {
        this.rank = rank;
        this.rows = rows;
        this.cols = cols;
        this.gained = gained;
        this.a = FrozenFactors.a(seed, rank, rows);
        this.b = FrozenFactors.b(seed, rank, cols);
    }

    int size() {
        return rank + cols + (gained ? 1 : 0);
    }

    /** Writes a set's numbers from an offset on, d and b made equally large, which changes nothing else. */
    void startInPlace(VectorSet set, float[] numbers, int offset) {
        double size = Math.sqrt(power(set.d()) / power(set.b()));
        double balance = size > 0 && Double.isFinite(size) ? Math.sqrt(size) : 1;
        for (int k = 0; k < rank; k++) {
            numbers[offset + k] = (float) (set.d()[k] / balance);
        }
        for (int j = 0; j < cols; j++) {
            numbers[offset + rank + j] = (float) (set.b()[j] * balance);
        }
        if (gained) {
            numbers[offset + rank + cols] = set.factor();
        }
    }

    private static double power(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum / values.length;
    }

    /** The numbers as a set. */
    VectorSet set(double age, float[] numbers, int offset) {
        float[] d = new float[rank];
        float[] columns = new float[cols];
        System.arraycopy(numbers, offset, d, 0, rank);
        System.arraycopy(numbers, offset + rank, columns, 0, cols);
        return new VectorSet(age, d, columns, gained ? new float[] {numbers[offset + rank + cols]} : new float[0]);
    }

    private float gain(float[] numbers, int offset) {
        return gained ? numbers[offset + rank + cols] : 1;
    }

    /** Wr + A diag(d) B diag(b), row-major [rows, cols]. */
    private float[] inner(float[] numbers, int offset, WeightMatrix drifted) {
        float[] values = drifted.values().clone();
        float[] right = new float[rank * cols];
        for (int j = 0; j < cols; j++) {
            for (int k = 0; k < rank; k++) {
                right[k * cols + j] = numbers[offset + k] * b[j * rank + k] * numbers[offset + rank + j];
            }
        }
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < rank; k++) {
                float left = a[i * rank + k];
                for (int j = 0; j < cols; j++) {
                    values[i * cols + j] += left * right[k * cols + j];
                }
            }
        }
        return values;
    }

    /** W', row-major [rows, cols]. */
    float[] weights(float[] numbers, int offset, WeightMatrix drifted) {
        float[] values = inner(numbers, offset, drifted);
        float gain = gain(numbers, offset);
        for (int i = 0; i < values.length; i++) {
            values[i] *= gain;
        }
        return values;
    }

    /**
     * Writes the gradient by the numbers from the offset on.
     *
     * @param byWeights G, row-major [rows, cols]
     */
    void gradientInPlace(float[] numbers, int offset, WeightMatrix drifted, float[] byWeights, float[] gradient) {
        double gain = gain(numbers, offset);
        double[] byD = new double[rank];
        for (int j = 0; j < cols; j++) {
            double byB = 0;
            for (int k = 0; k < rank; k++) {
                double seen = 0;
                for (int i = 0; i < rows; i++) {
                    seen += (double) a[i * rank + k] * byWeights[i * cols + j];
                }
                seen *= b[j * rank + k];
                byB += numbers[offset + k] * seen;
                byD[k] += numbers[offset + rank + j] * seen;
            }
            gradient[offset + rank + j] = (float) (gain * byB);
        }
        for (int k = 0; k < rank; k++) {
            gradient[offset + k] = (float) (gain * byD[k]);
        }
        if (gained) {
            float[] inner = inner(numbers, offset, drifted);
            double byGain = 0;
            for (int i = 0; i < inner.length; i++) {
                byGain += (double) byWeights[i] * inner[i];
            }
            gradient[offset + rank + cols] = (float) byGain;
        }
    }
}
