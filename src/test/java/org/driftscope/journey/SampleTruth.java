package org.driftscope.journey;

import java.nio.file.Path;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.jspecify.annotations.Nullable;

/** A simulator beside the window with the sample that the window has open, prepared as the window prepares it. */
final class SampleTruth implements AutoCloseable {
    private final Path sample;
    private @Nullable OpenedBench bench;
    private PreprocessingChoice.@Nullable Request prepared;
    private @Nullable WindowTruth truth;

    SampleTruth(Path sample) {
        this.sample = sample;
    }

    /** What is true of the sample in a preprocessing. The last one is kept, since most actions leave it as it is. */
    WindowTruth of(PreprocessingChoice.Request preprocessing) {
        if (truth == null || !preprocessing.equals(prepared)) {
            close();
            bench = new BenchFiles(
                            sample.resolve("model.onnx"),
                            sample.resolve("evaluation.bin"),
                            sample.resolve("calibration.bin"),
                            preprocessing,
                            0)
                    .open(1);
            truth = new WindowTruth(bench.workbench());
            prepared = preprocessing;
        }
        return truth;
    }

    @Override
    public void close() {
        if (bench != null) {
            bench.close();
        }
    }
}
