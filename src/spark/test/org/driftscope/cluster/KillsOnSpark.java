package org.driftscope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executors, workers and drivers are killed (SIGKILL) again and again while a sweep runs; {@code -Dspark.kills=10} says how
 * often each. Takes many minutes.
 */
@EnabledIfSystemProperty(named = "spark.kills", matches = "\\d+")
class KillsOnSpark {
    private static final int KILLS = Integer.getInteger("spark.kills", 0);
    private static final int MOST_BETWEEN = 4;
    private static final int LONGEST_PAUSE_MS = 400;

    @TempDir
    Path folder;

    private SparkProcesses spark;
    private GridOnSample grid;
    private Path archive;
    private Map<String, Map<String, Double>> here;

    /** What kills something. */
    private interface Kill {
        void now() throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        spark = new SparkProcesses(folder);
        spark.start();
        grid = new GridOnSample(folder, (KILLS * (MOST_BETWEEN + 4) + 12) / 6 + 1);
        archive = folder.resolve("there.sqlite");
        here = grid.here(folder.resolve("here.sqlite"));
    }

    @AfterEach
    void end() throws Exception {
        spark.close();
    }

    @Test
    void executors() throws Exception {
        killing("executors", () -> spark.executors().stream().findFirst().ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void workers() throws Exception {
        killing("workers", () -> {
            spark.workers().get(0).toHandle().destroyForcibly();
            spark.startWorker();
        });
    }

    private void killing(String what, Kill kill) throws Exception {
        Path log = folder.resolve(what + ".log");
        Process driver = driver(log);
        int kills = 0;
        for (int i = 0; i < KILLS; i++) {
            if (!awaitMore(driver, what, i)) {
                break;
            }
            kill.now();
            kills++;
        }
        System.out.println(
                what + " killed: " + kills + ", trials then: " + GridOnSample.count(archive) + " of " + grid.trials);
        assertThat(SparkProcesses.end(driver)).as(SparkProcesses.text(log)).isZero();
        assertThat(SparkProcesses.text(log)).contains(grid.trials + " computed now");
        assertThat(GridOnSample.numbers(archive)).isEqualTo(here);
    }

    @Test
    void drivers() throws Exception {
        int kills = 0;
        int before = 0;
        for (int i = 0; i < KILLS; i++) {
            Path log = folder.resolve("driver" + i + ".log");
            Process driver = driver(log);
            if (!awaitMore(driver, "drivers", i)) {
                break;
            }
            Set<String> known = GridOnSample.numbers(archive).keySet();
            driver.toHandle().destroyForcibly();
            SparkProcesses.end(driver);
            kills++;
            assertThat(GridOnSample.numbers(archive).keySet()).containsAll(known);
            before = GridOnSample.count(archive);
        }
        System.out.println("drivers killed: " + kills + ", trials then: " + before + " of " + grid.trials);
        Path log = folder.resolve("last.log");
        assertThat(SparkProcesses.end(driver(log))).as(SparkProcesses.text(log)).isZero();
        assertThat(SparkProcesses.text(log)).contains((grid.trials - before) + " computed now");
        assertThat(GridOnSample.numbers(archive)).isEqualTo(here);
    }

    /** Lets some more trials come in. @return whether there are more to come */
    private boolean awaitMore(Process driver, String what, int turn) throws Exception {
        RandomSource random = RandomSource.of(41).child(what).child(turn);
        int wanted = GridOnSample.count(archive) + 1 + random.sample(MOST_BETWEEN, 1)[0];
        if (wanted >= grid.trials) {
            return false;
        }
        SparkProcesses.awaitThat("trials come in", () -> GridOnSample.count(archive) >= wanted, driver);
        Thread.sleep(random.child("pause").sample(LONGEST_PAUSE_MS, 1)[0]);
        return GridOnSample.count(archive) < grid.trials;
    }

    private Process driver(Path log) throws Exception {
        return spark.driver(
                log,
                List.of(),
                "run",
                grid.file.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--archive",
                archive.toString());
    }
}
