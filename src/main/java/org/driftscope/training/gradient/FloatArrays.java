package org.driftscope.training.gradient;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Float arrays in and out of ND4J in one sweep. */
public final class FloatArrays {
    private FloatArrays() {}

    /** A copy of the elements, row-major. */
    public static float[] copyOf(INDArray array) {
        INDArray rows = array.ordering() == 'c' && !array.isView() ? array : array.dup('c');
        float[] values = new float[(int) rows.length()];
        rows.data().asNioFloat().get(values);
        return values;
    }

    /** A new array of that shape, row-major. */
    public static INDArray of(float[] values, long... shape) {
        return of(values, 0, values.length, shape);
    }

    /** The same of a stretch of values. */
    public static INDArray of(float[] values, int from, int length, long... shape) {
        if (length == 0) {
            return Nd4j.empty(DataType.FLOAT);
        }
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        array.data().asNioFloat().put(values, from, length);
        return array;
    }
}
