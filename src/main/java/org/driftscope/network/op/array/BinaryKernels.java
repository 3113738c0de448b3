package org.driftscope.network.op.array;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.factory.Nd4j;

/** Comparisons of an array with one number; the result may be the array itself. */
public final class BinaryKernels {
    private BinaryKernels() {}

    public static void minimum(INDArray x, double bound, INDArray z) {
        Nd4j.getExecutioner().exec(new ScalarMin(x, null, z, bound));
    }

    static void maximum(INDArray x, double bound, INDArray z) {
        Nd4j.getExecutioner().exec(new ScalarMax(x, null, z, bound));
    }

    public static void clip(INDArray x, double lower, double upper, INDArray z) {
        maximum(x, lower, z);
        minimum(z, upper, z);
    }
}
