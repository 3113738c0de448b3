package org.driftscope.training.gradient;

import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's operators by name. */
public final class NativeOp {
    private NativeOp() {}

    /** Runs an operator with integer settings; its outputs are new arrays. */
    public static INDArray[] run(String op, long[] settings, INDArray... inputs) {
        int[] whole = LongStream.of(settings).mapToInt(Math::toIntExact).toArray();
        return Nd4j.exec(DynamicCustomOp.builder(op)
                .addInputs(inputs)
                .addIntegerArguments(whole)
                .build());
    }

    /** Runs an operator with real settings; the first output is a new array. */
    public static INDArray real(String op, double[] settings, INDArray... inputs) {
        DynamicCustomOp.DynamicCustomOpsBuilder builder =
                DynamicCustomOp.builder(op).addInputs(inputs);
        for (double setting : settings) {
            builder.addFloatingPointArguments(setting);
        }
        return Nd4j.exec(builder.build())[0];
    }

    /** Runs an operator without settings; the first output is a new array. */
    public static INDArray plain(String op, INDArray... inputs) {
        return real(op, new double[0], inputs);
    }
}
