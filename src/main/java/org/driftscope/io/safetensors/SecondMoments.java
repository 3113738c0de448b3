package org.driftscope.io.safetensors;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.io.safetensors.AdapterCodec.LayerMismatch;
import org.driftscope.network.Tensor;

/**
 * Matrices of second moments, E[x x^T], in a file: the lower triangle alone, row by row, in single precision. They are
 * symmetric, so that is half of the bytes.
 */
final class SecondMoments {
    /** Relative; single precision rounds by 6e-8. */
    private static final double ROUNDING = 1e-5;

    private SecondMoments() {}

    /** Elements of the lower triangle, {@code order (order + 1) / 2}. */
    static int triangle(int order) {
        return Math.toIntExact((long) order * (order + 1) / 2);
    }

    /** @param matrices row-major [order, order]; not modified @return [matrices, triangle] */
    static Tensor packed(List<double[]> matrices, int order) {
        float[] values = new float[Math.multiplyExact(matrices.size(), triangle(order))];
        int at = 0;
        for (double[] matrix : matrices) {
            for (int row = 0; row < order; row++) {
                for (int col = 0; col <= row; col++) {
                    values[at++] = (float) matrix[row * order + col];
                }
            }
        }
        return Tensor.floats(values, matrices.size(), triangle(order));
    }

    /**
     * @param name of the tensor, for messages
     * @param packed triangles, one after the other
     * @return row-major [order, order] matrices
     * @throws LayerMismatch if no vectors can have such moments
     */
    static List<double[]> unpacked(String name, float[] packed, int count, int order) throws LayerMismatch {
        List<double[]> matrices = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            double[] matrix = new double[Math.multiplyExact(order, order)];
            for (int row = 0; row < order; row++) {
                for (int col = 0; col <= row; col++) {
                    matrix[row * order + col] = packed[at];
                    matrix[col * order + row] = packed[at++];
                }
            }
            requirePossible(name, matrix, order);
            matrices.add(matrix);
        }
        return matrices;
    }

    /** Mean squares are not negative, and no product's mean is above what its factors' mean squares allow. */
    private static void requirePossible(String name, double[] matrix, int order) throws LayerMismatch {
        for (int row = 0; row < order; row++) {
            double square = matrix[row * order + row];
            if (square < 0) {
                throw new LayerMismatch("has a negative mean square in " + name);
            }
            for (int col = 0; col < row; col++) {
                double product = matrix[row * order + col];
                double most = square * matrix[col * order + col];
                if (product * product > most * (1 + ROUNDING)) {
                    throw new LayerMismatch("has values in " + name + " that cannot be second moments of anything");
                }
            }
        }
    }

    /** @throws LayerMismatch if a mean is larger than the mean square allows */
    static void requireMeans(String name, double[] mean, double[] matrix) throws LayerMismatch {
        for (int i = 0; i < mean.length; i++) {
            if (mean[i] * mean[i] > matrix[i * mean.length + i] * (1 + ROUNDING)) {
                throw new LayerMismatch("has means in " + name + " that its second moments do not allow");
            }
        }
    }
}
