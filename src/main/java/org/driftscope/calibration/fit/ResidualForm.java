package org.driftscope.calibration.fit;

import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.algebra.SymmetricOperator;

/**
 * The whitened residual {@code M = M0 - q diag(t)} of a layer's drift, in the smaller of two forms: its products, [o, o], or
 * itself, [d, o]. M0 is what drift changed, q = C^T Wr the drifted outputs, t how far the columns' scales are from 1.
 */
public sealed interface ResidualForm {
    /** Order up to which alternations are exact. */
    int MOST_EXACT = 192;

    /** {@code M^T M}; the caller closes it. @param shift t */
    SymmetricOperator at(double[] shift);

    /** {@code M^T M} at the shifts of a fit's alternations; the caller closes it. */
    ResidualSeries series();

    /** {@code q^T M V}, [o, r]. @param shift t @param vectors V */
    Matrix crossed(double[] shift, Matrix vectors);

    /** {@code <q_j, M0_j>} of every column. */
    double[] crossDiagonal();

    /** {@code <q_j, q_j>} of every column. */
    double[] power();

    /**
     * By its products.
     *
     * @param residual {@code M0^T M0}
     * @param cross {@code M0^T q}
     * @param drifted {@code q^T q}
     */
    record Square(Matrix residual, Matrix cross, Matrix drifted) implements ResidualForm {
        @Override
        public SymmetricOperator at(double[] shift) {
            int o = shift.length;
            Matrix gram = Matrix.zeros(o, o);
            for (int j = 0; j < o; j++) {
                for (int i = 0; i < o; i++) {
                    int at = j * o + i;
                    double mixed = cross.values()[at] * shift[j] + cross.values()[i * o + j] * shift[i];
                    gram.values()[at] = residual.values()[at] - mixed + shift[i] * shift[j] * drifted.values()[at];
                }
            }
            return SymmetricOperator.of(gram);
        }

        @Override
        public ResidualSeries series() {
            return residual.cols() > MOST_EXACT ? RoughResidual.of(this) : new ResidualSeries.Exact(this);
        }

        @Override
        public Matrix crossed(double[] shift, Matrix vectors) {
            int o = shift.length;
            double[] product = cross.values().clone();
            for (int j = 0; j < o; j++) {
                for (int i = 0; i < o; i++) {
                    product[j * o + i] -= shift[i] * drifted.values()[j * o + i];
                }
            }
            return Products.transposedTimes(new Matrix(o, o, product), vectors);
        }

        @Override
        public double[] crossDiagonal() {
            return diagonal(cross);
        }

        @Override
        public double[] power() {
            return diagonal(drifted);
        }

        private static double[] diagonal(Matrix square) {
            double[] diagonal = new double[square.rows()];
            for (int j = 0; j < diagonal.length; j++) {
                diagonal[j] = square.at(j, j);
            }
            return diagonal;
        }
    }

    /**
     * By itself.
     *
     * @param residual M0
     * @param drifted q
     */
    record Tall(Matrix residual, Matrix drifted) implements ResidualForm {
        @Override
        public SymmetricOperator at(double[] shift) {
            return SymmetricOperator.ofRoot(root(shift));
        }

        private Matrix root(double[] shift) {
            double[] values = residual.values().clone();
            int d = residual.rows();
            for (int j = 0; j < shift.length; j++) {
                Matrix.addScaledInPlace(-shift[j], drifted.values(), j * d, values, j * d, d);
            }
            return new Matrix(d, shift.length, values);
        }

        @Override
        public ResidualSeries series() {
            return residual.cols() > MOST_EXACT ? RoughResidual.of(this) : new ResidualSeries.Exact(this);
        }

        @Override
        public Matrix crossed(double[] shift, Matrix vectors) {
            return Products.transposedTimes(drifted, Products.times(root(shift), vectors));
        }

        @Override
        public double[] crossDiagonal() {
            return columnProducts(residual);
        }

        @Override
        public double[] power() {
            return columnProducts(drifted);
        }

        private double[] columnProducts(Matrix other) {
            double[] products = new double[drifted.cols()];
            for (int j = 0; j < products.length; j++) {
                products[j] = drifted.dot(j, other, j);
            }
            return products;
        }
    }
}
