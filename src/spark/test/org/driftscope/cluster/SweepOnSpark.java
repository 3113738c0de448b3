package org.driftscope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sweep on a real cluster, one of whose executors is killed, and on threads of this process. */
class SweepOnSpark {
    private static final int SEEDS = 4;
    /** A machine that pauses this process at the wrong moment lets the sweep end before anything is killed. */
    private static final int ATTEMPTS = 5;

    @TempDir
    Path folder;

    private SparkProcesses spark;

    @BeforeEach
    void start() throws Exception {
        spark = new SparkProcesses(folder);
        spark.start();
    }

    @AfterEach
    void end() throws Exception {
        spark.close();
    }

    @Test
    void aKilledExecutorLosesNothingAndTheNumbersAreThoseOfThisProcess() throws Exception {
        GridOnSample grid = new GridOnSample(folder, SEEDS);
        Map<String, Map<String, Double>> here = grid.here(folder.resolve("here.sqlite"));
        assertThat(here).hasSize(grid.trials);
        boolean killed = false;
        for (int attempt = 0; attempt < ATTEMPTS && !killed; attempt++) {
            Path archive = folder.resolve("there" + attempt + ".sqlite");
            Path log = folder.resolve("driver" + attempt + ".log");
            Process driver = spark.driver(
                    log,
                    List.of(),
                    "run",
                    grid.file.toString(),
                    "--out",
                    folder.resolve("out" + attempt).toString(),
                    "--archive",
                    archive.toString());
            SparkProcesses.awaitThat("trials come in", () -> GridOnSample.count(archive) >= 2, driver);
            List<ProcessHandle> executors = spark.executors();
            killed = !executors.isEmpty()
                    && executors.get(0).destroyForcibly()
                    && GridOnSample.count(archive) < grid.trials;
            assertThat(SparkProcesses.end(driver)).as(SparkProcesses.text(log)).isZero();
            assertThat(SparkProcesses.text(log)).contains(grid.trials + " computed now");
            assertThat(GridOnSample.numbers(archive)).isEqualTo(here);
        }
        assertThat(killed).as("an executor was killed before the end").isTrue();
    }
}
