package org.driftscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * Trials a second of a sweep with one worker and with two, in turns in one process, on the bundled sample. The first round
 * warms up and is not counted. On a machine with other work to do only the ratio means something.
 */
public final class SweepThroughput {
    private static final int ROUNDS = 4;
    private static final int CHIPS = 4;
    private static final int IMAGES = 500;

    private SweepThroughput() {}

    /** @param args unused */
    public static void main(String[] args) throws IOException {
        double[] best = {0, 0, 0};
        for (int round = 0; round < ROUNDS; round++) {
            for (int threads = 1; threads <= 2; threads++) {
                double perSecond = trialsPerSecond(threads, round);
                best[threads] = round == 0 ? 0 : Math.max(best[threads], perSecond);
                System.out.printf("round %d, %d workers: %.2f trials/s%n", round, threads, perSecond);
            }
        }
        System.out.printf("best of %d: %.2f and %.2f trials/s, ratio %.2f%n", ROUNDS - 1, best[1], best[2], best[2] / best[1]);
    }

    private static double trialsPerSecond(int threads, int round) throws IOException {
        Path folder = Files.createTempDirectory("sweep");
        Sweep sweep = sweep(round);
        try (OpenedBench opened = BundledSample.find().withLimit(IMAGES).open(threads);
                RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
            opened.workbench().clean(Progress.none(), new CancelToken());
            long start = System.nanoTime();
            new SweepRunner(opened.workbench(), archive, false)
                    .run(sweep, trial -> {}, Progress.none(), new CancelToken());
            return sweep.trials().size() / ((System.nanoTime() - start) / 1e9);
        }
    }

    /** Other chips every round. */
    private static Sweep sweep(int round) {
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        axes.put(
                "seed",
                LongStream.range(round * CHIPS, (round + 1) * CHIPS)
                        .<Object>mapToObj(Long::valueOf)
                        .toList());
        axes.put("rank", List.of(1L, 2L, 4L));
        return new Sweep("throughput", ExperimentSpec.of(ChipSpec.of(0.2, 0), CalibrationSpec.defaults()), axes);
    }
}
