package org.driftscope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** A grid of short trials on the bundled sample, and its numbers. */
final class GridOnSample {
    static final String NAME = "grid";
    private static final String TEXT =
            """
            name: grid
            limit: 10
            drift: [0.2, 0.3]
            seed: {from: 1, to: %d, step: 1}
            method: [dora, bias]
            rank: [1, 2]
            """;
    /** Two drifts, DoRA of two ranks, and a bias whatever the rank. */
    private static final int A_SEED = 6;

    final Path file;
    final int trials;

    GridOnSample(Path folder, int seeds) throws Exception {
        file = folder.resolve(NAME + ".yaml");
        trials = seeds * A_SEED;
        Files.writeString(file, String.format(java.util.Locale.ROOT, TEXT, seeds));
    }

    /** By key, computed by threads of this process: all numbers but the time it took. */
    Map<String, Map<String, Double>> here(Path archive) {
        ExperimentFile experiment = ExperimentFileReader.read(file, ExperimentSpec.defaults());
        try (OpenedBench bench = experiment.files().open(2);
                RunArchive runs = RunArchive.open(archive)) {
            new SweepRunner(bench.workbench(), runs, false)
                    .run(experiment.sweep(), trial -> {}, Progress.none(), new CancelToken());
        }
        return numbers(archive);
    }

    /** The same as an archive has it. */
    static Map<String, Map<String, Double>> numbers(Path archive) {
        Map<String, Map<String, Double>> numbers = new TreeMap<>();
        try (RunArchive runs = RunArchive.openToRead(archive)) {
            for (ArchivedTrial trial : runs.list(NAME)) {
                Map<String, Double> row = new TreeMap<>(trial.outcome().numbers());
                row.remove(TrialColumns.SECONDS.name());
                assertThat(numbers.put(trial.key(), row)).as("one row a trial").isNull();
            }
        }
        return numbers;
    }

    /** Trials that an archive has; 0 where there is none yet. */
    static int count(Path archive) {
        if (!Files.exists(archive)) {
            return 0;
        }
        try (RunArchive runs = RunArchive.openToRead(archive)) {
            return runs.list(NAME).size();
        } catch (RuntimeException e) {
            // just being made
            return 0;
        }
    }
}
