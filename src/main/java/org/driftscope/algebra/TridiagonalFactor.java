package org.driftscope.algebra;

/**
 * LU factors of a tridiagonal matrix minus a shift, with row exchanges; a pivot of zero is replaced by a tiny one, so that
 * a solve grows along the eigenvector of the shift instead of failing.
 */
final class TridiagonalFactor {
    private final double[] pivot;
    private final double[] first;
    private final double[] second;
    private final double[] multiplier;
    private final boolean[] exchanged;

    private TridiagonalFactor(int n) {
        pivot = new double[n];
        first = new double[n];
        second = new double[n];
        multiplier = new double[n];
        exchanged = new boolean[n];
    }

    /** @param scale size of the matrix's entries, above 0 */
    static TridiagonalFactor of(Tridiagonal matrix, double shift, double scale) {
        int n = matrix.size();
        TridiagonalFactor factor = new TridiagonalFactor(n);
        double diagonal = matrix.diagonal()[0] - shift;
        double right = n > 1 ? matrix.offDiagonal()[0] : 0;
        for (int i = 0; i + 1 < n; i++) {
            double below = matrix.offDiagonal()[i];
            double nextDiagonal = matrix.diagonal()[i + 1] - shift;
            double nextRight = i + 2 < n ? matrix.offDiagonal()[i + 1] : 0;
            if (Math.abs(below) > Math.abs(diagonal)) {
                factor.exchanged[i] = true;
                factor.multiplier[i] = diagonal / below;
                factor.pivot[i] = below;
                factor.first[i] = nextDiagonal;
                factor.second[i] = nextRight;
                diagonal = right - factor.multiplier[i] * nextDiagonal;
                right = -factor.multiplier[i] * nextRight;
            } else {
                factor.pivot[i] = nonZero(diagonal, scale);
                factor.multiplier[i] = below / factor.pivot[i];
                factor.first[i] = right;
                diagonal = nextDiagonal - factor.multiplier[i] * right;
                right = nextRight;
            }
        }
        factor.pivot[n - 1] = nonZero(diagonal, scale);
        return factor;
    }

    void solveInPlace(double[] x) {
        int n = pivot.length;
        for (int i = 0; i + 1 < n; i++) {
            if (exchanged[i]) {
                double upper = x[i];
                x[i] = x[i + 1];
                x[i + 1] = upper - multiplier[i] * x[i];
            } else {
                x[i + 1] -= multiplier[i] * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            double known = (i + 1 < n ? first[i] * x[i + 1] : 0) + (i + 2 < n ? second[i] * x[i + 2] : 0);
            x[i] = (x[i] - known) / pivot[i];
        }
    }

    private static double nonZero(double value, double scale) {
        double tiny = Math.ulp(scale);
        return Math.abs(value) < tiny ? tiny : value;
    }
}
