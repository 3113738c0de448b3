package org.driftscope.io.onnx;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.List;
import onnx.Onnx.ModelProto;
import org.driftscope.fuzz.ScratchFile;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.Network;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Models: raw bytes, or a whole model with some of its fields changed; what is accepted must also run. */
public final class OnnxFuzz {
    private static final ScratchFile FILE = new ScratchFile("model.onnx");
    private static final List<ModelProto> SEEDS = ModelSeeds.all();
    /** Larger inputs would only make the runs slow. */
    private static final long MOST_PIXELS = 4096;

    private OnnxFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        byte[] bytes = data.consumeInt(0, 9) == 0
                ? data.consumeRemainingAsBytes()
                : new ModelMutator(data).mutated(data.pickValue(SEEDS)).toByteArray();
        FILE.readWith(bytes, () -> run(OnnxReader.read(FILE.path())));
    }

    private static void run(Network network) {
        List<Long> declared = network.inputs().get(0).dims();
        long[] shape = new long[declared.size()];
        long pixels = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = declared.get(axis) < 1 ? 2 : declared.get(axis);
            pixels = Math.min(MOST_PIXELS + 1, pixels * Math.min(shape[axis], MOST_PIXELS + 1));
        }
        if (shape.length == 0 || pixels > MOST_PIXELS) {
            return;
        }
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            if (compiled.fixedBatch() > 0) {
                shape[0] = compiled.fixedBatch();
            }
            try (INDArray images = Nd4j.zeros(shape);
                    INDArray scores = compiled.forward(images)) {
                if (scores.isEmpty()) {
                    throw new IllegalStateException("no scores");
                }
            }
        }
    }
}
