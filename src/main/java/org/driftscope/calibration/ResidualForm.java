package org.driftscope.calibration;

import org.driftscope.calibration.algebra.Matrix;
import org.driftscope.calibration.algebra.NativeMatrix;
import org.driftscope.calibration.algebra.Products;
import org.driftscope.calibration.algebra.SymmetricOperator;

/**
 * The whitened residual {@code M = M0 - q diag(t)} of a layer's drift, in the smaller of two forms: its products, [o, o], or
 * itself, [d, o]. M0 is what drift changed, q = C^T Wr the drifted outputs, t how far the columns' scales are from 1.
 */
sealed interface ResidualForm {
    /** Order up to which products are combined on the heap. */
    int MOST_AT_ONCE = 192;

    /** {@code M^T M}; the caller closes it. @param shift t */
    SymmetricOperator at(double[] shift);

    /** What a series of fits multiplies by; the caller closes it. */
    Crossing crossing();

    /** Products of the drifted outputs with the residual; may hold native memory. */
    interface Crossing extends AutoCloseable {
        /** {@code q^T M V}, [o, r]. @param shift t @param vectors V */
        Matrix times(double[] shift, Matrix vectors);

        @Override
        void close();
    }

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
        public Crossing crossing() {
            return residual.rows() > MOST_AT_ONCE ? new NativeCrossing(cross, drifted) : new WholeCrossing(this);
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
        public Crossing crossing() {
            return new TallCrossing(residual, drifted);
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

    /** Of products small enough to be combined before they are multiplied. */
    record WholeCrossing(Square form) implements Crossing {
        @Override
        public Matrix times(double[] shift, Matrix vectors) {
            int o = shift.length;
            double[] product = form.cross.values().clone();
            for (int j = 0; j < o; j++) {
                for (int i = 0; i < o; i++) {
                    product[j * o + i] -= shift[i] * form.drifted.values()[j * o + i];
                }
            }
            return Products.transposedTimes(new Matrix(o, o, product), vectors);
        }

        @Override
        public void close() {}
    }

    /** {@code (M0^T q)^T V - q^T q (t V)}. */
    record NativeCrossing(NativeMatrix cross, NativeMatrix drifted) implements Crossing {
        NativeCrossing(Matrix cross, Matrix drifted) {
            this(NativeMatrix.of(cross), NativeMatrix.of(drifted));
        }

        @Override
        public Matrix times(double[] shift, Matrix vectors) {
            return cross.transposedTimes(vectors).minus(drifted.times(vectors.scaleRows(shift)));
        }

        @Override
        public void close() {
            cross.close();
            drifted.close();
        }
    }

    /** {@code q^T (M0 V - q (t V))}. */
    record TallCrossing(NativeMatrix residual, NativeMatrix drifted) implements Crossing {
        TallCrossing(Matrix residual, Matrix drifted) {
            this(NativeMatrix.of(residual), NativeMatrix.of(drifted));
        }

        @Override
        public Matrix times(double[] shift, Matrix vectors) {
            Matrix left = residual.times(vectors).minus(drifted.times(vectors.scaleRows(shift)));
            return drifted.transposedTimes(left);
        }

        @Override
        public void close() {
            residual.close();
            drifted.close();
        }
    }
}
