package org.driftscope.calibration.fit;

import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.NativeFloats;
import org.driftscope.algebra.SymmetricOperator;

/**
 * A large residual in single precision. The alternations follow leading vectors only roughly, and what they end at is
 * refined in double precision; until then each takes as long as its matrices take to be read. Values are brought near 1
 * first, so that none is lost.
 */
public abstract class RoughResidual implements ResidualSeries {
    private final ResidualForm form;
    private double[] last = new double[0];

    private RoughResidual(ResidualForm form) {
        this.form = form;
    }

    public static ResidualSeries of(ResidualForm.Square form) {
        return new Square(form);
    }

    public static ResidualSeries of(ResidualForm.Tall form) {
        return new Tall(form);
    }

    @Override
    public SymmetricOperator at(double[] shift) {
        last = shift.clone();
        write(last);
        return new Rough();
    }

    /** Combines the matrices for a shift. */
    abstract void write(double[] shift);

    /** {@code M^T M X}. */
    abstract Matrix times(Matrix block);

    private static double nearOne(Matrix... matrices) {
        double largest = 0;
        for (Matrix matrix : matrices) {
            for (double value : matrix.values()) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest > 0 && Double.isFinite(1 / largest) ? 1 / largest : 1;
    }

    /** Owned by the series, which closes what it rests on. */
    private final class Rough implements SymmetricOperator {
        @Override
        public int order() {
            return last.length;
        }

        @Override
        public Matrix times(Matrix block) {
            return RoughResidual.this.times(block);
        }

        @Override
        public Matrix matrix() {
            try (SymmetricOperator exact = form.at(last)) {
                return exact.matrix();
            }
        }

        @Override
        public void close() {}
    }

    /** {@code q^T M = C^T - q^T q diag(t)} and {@code M^T M}, with {@code C = M0^T q}. */
    private static final class Square extends RoughResidual {
        private final int o;
        private final double scale;
        private final float[] residual;
        private final float[] cross;
        private final float[] crossTransposed;
        private final float[] drifted;
        private final NativeFloats product;
        private final NativeFloats gram;

        private Square(ResidualForm.Square form) {
            super(form);
            o = form.residual().cols();
            scale = nearOne(form.residual(), form.drifted());
            residual = NativeFloats.singles(form.residual(), scale);
            cross = NativeFloats.singles(form.cross(), scale);
            crossTransposed = NativeFloats.singles(form.cross().transposed(), scale);
            drifted = NativeFloats.singles(form.drifted(), scale);
            product = new NativeFloats(o, o);
            gram = new NativeFloats(o, o);
        }

        @Override
        void write(double[] shift) {
            float[] t = new float[o];
            for (int i = 0; i < o; i++) {
                t[i] = (float) shift[i];
            }
            float[] left = new float[o];
            float[] whole = new float[o];
            for (int j = 0; j < o; j++) {
                int at = j * o;
                float own = t[j];
                for (int i = 0; i < o; i++) {
                    left[i] = cross[at + i] - t[i] * drifted[at + i];
                    whole[i] = residual[at + i] - t[i] * crossTransposed[at + i] - own * left[i];
                }
                product.putColumn(j, left);
                gram.putColumn(j, whole);
            }
        }

        @Override
        Matrix times(Matrix block) {
            return gram.times(block).times(1 / scale);
        }

        @Override
        public Matrix crossed(Matrix vectors) {
            return product.transposedTimes(vectors).times(1 / scale);
        }

        @Override
        public void close() {
            product.close();
            gram.close();
        }
    }

    /** M itself. */
    private static final class Tall extends RoughResidual {
        private final int d;
        private final int o;
        private final double scale;
        private final float[] residual;
        private final float[] drifted;
        private final NativeFloats outputs;
        private final NativeFloats root;

        private Tall(ResidualForm.Tall form) {
            super(form);
            d = form.residual().rows();
            o = form.residual().cols();
            scale = nearOne(form.residual(), form.drifted());
            residual = NativeFloats.singles(form.residual(), scale);
            drifted = NativeFloats.singles(form.drifted(), scale);
            outputs = new NativeFloats(d, o);
            root = new NativeFloats(d, o);
            float[] column = new float[d];
            for (int j = 0; j < o; j++) {
                System.arraycopy(drifted, j * d, column, 0, d);
                outputs.putColumn(j, column);
            }
        }

        @Override
        void write(double[] shift) {
            float[] column = new float[d];
            for (int j = 0; j < o; j++) {
                float own = (float) shift[j];
                for (int i = 0; i < d; i++) {
                    column[i] = residual[j * d + i] - own * drifted[j * d + i];
                }
                root.putColumn(j, column);
            }
        }

        @Override
        Matrix times(Matrix block) {
            return root.transposedTimes(root, block).times(1 / (scale * scale));
        }

        @Override
        public Matrix crossed(Matrix vectors) {
            return outputs.transposedTimes(root, vectors).times(1 / (scale * scale));
        }

        @Override
        public void close() {
            outputs.close();
            root.close();
        }
    }
}
