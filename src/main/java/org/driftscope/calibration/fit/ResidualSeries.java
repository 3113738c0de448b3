package org.driftscope.calibration.fit;

import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.SymmetricOperator;

/** A residual M at one shift after another, as the alternations of a fit need it. May hold native memory. */
public interface ResidualSeries extends AutoCloseable {
    /** {@code M^T M}, good until the next call. @param shift t */
    SymmetricOperator at(double[] shift);

    /** {@code q^T M V} at the last shift, [o, r]. @param vectors V */
    Matrix crossed(Matrix vectors);

    @Override
    void close();

    /** In double precision, each time from the whole form. */
    final class Exact implements ResidualSeries {
        private final ResidualForm form;
        private double[] last = new double[0];

        Exact(ResidualForm form) {
            this.form = form;
        }

        @Override
        public SymmetricOperator at(double[] shift) {
            last = shift.clone();
            return form.at(shift);
        }

        @Override
        public Matrix crossed(Matrix vectors) {
            return form.crossed(last, vectors);
        }

        @Override
        public void close() {}
    }
}
