package org.driftscope.experiment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * A sweep of many short trials for {@link ArchiveKillTest} to kill. Opens its files, waits for a line on stdin, then prints
 * a line as each trial is reported done: a kill must not cut "done 12;" to something that looks whole.
 */
public final class KilledSweep {
    static final int TRIALS = 400;

    private KilledSweep() {}

    /** One layer drifts and is calibrated on one image, so that a trial takes little more than its transaction. */
    private static Sweep sweep(Network network) {
        LayerChoice first = new LayerChoice(List.of(
                network.analogLayers().get(network.analogLayers().size() - 1).name()));
        CalibrationSpec calibration = CalibrationSpec.defaults().withSamples(1);
        ExperimentSpec base =
                ExperimentSpec.of(ChipSpec.of(0.2, 0), calibration).withLayers(first, first);
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        axes.put(
                "seed",
                LongStream.rangeClosed(1, TRIALS / 2)
                        .<Object>mapToObj(Long::valueOf)
                        .toList());
        axes.put("method", List.of("bias", "magnitude"));
        return new Sweep("killed", base, axes);
    }

    /** @param args the archive's file */
    public static void main(String[] args) throws IOException {
        try (Workbench bench = BundledSample.find().withLimit(1).open(2).workbench()) {
            bench.clean(Progress.none(), new CancelToken());
            if (System.in.read() < 0) {
                return;
            }
            try (RunArchive archive = RunArchive.open(Path.of(args[0]))) {
                new SweepRunner(bench, archive, false)
                        .run(
                                sweep(bench.network()),
                                trial -> System.out.println(
                                        (trial.remembered() ? "known " : "done ") + trial.index() + ";"),
                                Progress.none(),
                                new CancelToken());
            }
        }
    }
}
