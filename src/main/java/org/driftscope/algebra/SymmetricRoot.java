package org.driftscope.algebra;

/**
 * Square root of a symmetric positive semi-definite matrix, and that root's inverse. Eigenvalues below a thousandth of
 * their mean are raised to it, so that directions without weight stay invertible.
 *
 * @param root S^(1/2), symmetric
 * @param inverse S^(-1/2), symmetric
 */
public record SymmetricRoot(Matrix root, Matrix inverse) {
    private static final double FLOOR = 1e-3;

    /** Of a matrix; of the unit matrix where it is zero. @param symmetric [n, n], not modified */
    public static SymmetricRoot of(Matrix symmetric) {
        int n = symmetric.rows();
        LeadingEigenvectors.Eigenpairs pairs = LeadingEigenvectors.of(symmetric, n);
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += symmetric.at(i, i);
        }
        double[] roots = new double[n];
        double[] inverses = new double[n];
        for (int i = 0; i < n; i++) {
            roots[i] = trace > 0 ? Math.sqrt(Math.max(pairs.values()[i], FLOOR * trace / n)) : 1;
            inverses[i] = 1 / roots[i];
        }
        Matrix flipped = pairs.vectors().transposed();
        return new SymmetricRoot(
                Products.times(pairs.vectors().scaleColumns(roots), flipped),
                Products.times(pairs.vectors().scaleColumns(inverses), flipped));
    }
}
