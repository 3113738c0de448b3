package org.driftscope.training.gradient;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Float arrays in and out of ND4J in one sweep. */
final class FloatArrays {
    private FloatArrays() {}

    /** A copy of the elements, row-major. */
    static float[] copyOf(INDArray array) {
        INDArray rows = array.ordering() == 'c' && !array.isView() ? array : array.dup('c');
        float[] values = new float[(int) rows.length()];
        rows.data().asNioFloat().get(values);
        return values;
    }

    static INDArray of(float[] values, long... shape) {
        return Nd4j.create(values, shape, 'c');
    }
}
