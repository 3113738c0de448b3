package org.driftscope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.BundledSample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when a worker of a real cluster lacks something: a sentence that names its host, once, and no stack. */
class FailuresOnSpark {
    private static final String WORKER = "The worker 127.0.0.1 ";

    @TempDir
    Path folder;

    private SparkProcesses spark;
    private Path model;
    private Path experiment;
    private int runs;

    @BeforeEach
    void start() throws Exception {
        BenchFiles sample = BundledSample.find();
        model = Files.copy(sample.model(), folder.resolve("model.onnx"));
        experiment = folder.resolve("two.yaml");
        Files.writeString(
                experiment,
                "name: two\nmodel: " + model + "\nimages: " + sample.evaluation() + "\ncalibration: "
                        + sample.calibration() + "\npreprocess: "
                        + sample.preprocessing().preset() + "\nlimit: 5\nmethod: [bias, magnitude]\nsamples: 2\n");
        spark = new SparkProcesses(folder);
        spark.startMaster();
    }

    @AfterEach
    void end() throws Exception {
        spark.close();
    }

    private Path log() {
        return folder.resolve("driver" + runs + ".log");
    }

    private Process driver(String... options) throws IOException {
        runs++;
        return spark.driver(
                log(),
                List.of(options),
                "run",
                experiment.toString(),
                "--out",
                folder.resolve("out" + runs).toString(),
                "--archive",
                folder.resolve("runs" + runs + ".sqlite").toString());
    }

    /** Its last words. */
    private String said(Process driver) throws InterruptedException {
        assertThat(SparkProcesses.end(driver)).isNotZero();
        String log = SparkProcesses.text(log());
        assertThat(log).doesNotContain("at org.driftscope");
        return log;
    }

    @Test
    void aMissingModelIsNamedWithTheHost() throws Exception {
        Process driver = driver();
        spark.awaitDriver(driver);
        Files.delete(model);
        spark.startWorker();
        spark.startWorker();
        assertThat(said(driver)).contains(WORKER + "says: ").contains(model.toString());
    }

    @Test
    void anotherModelIsNamedWithTheHost() throws Exception {
        Process driver = driver();
        spark.awaitDriver(driver);
        // the same network with a comment, ModelProto.doc_string
        Files.write(model, new byte[] {0x32, 1, 'x'}, StandardOpenOption.APPEND);
        spark.startWorker();
        spark.startWorker();
        assertThat(said(driver)).contains(WORKER + "has another version of the model " + model + ": ");
    }

    @Test
    void anotherVersionIsNamedWithTheHost() throws Exception {
        spark.startWorker();
        spark.startWorker();
        Path other = Files.createDirectories(folder.resolve("other/org/driftscope"));
        Files.writeString(other.resolve("build.properties"), "version=0.0.1\ncommit=0123456\nnd4j=0\n");
        assertThat(said(driver("--conf", "spark.executor.extraClassPath=" + folder.resolve("other"))))
                .contains(WORKER + "has another version of Driftscope: 0.0.1 0123456 instead of the driver's ");
    }

    @Test
    void tooLittleMemoryIsNamedWithTheHost() throws Exception {
        spark.startWorker();
        spark.startWorker();
        String limits = "-Dorg.bytedeco.javacpp.maxbytes=1m -Dorg.bytedeco.javacpp.maxphysicalbytes=100m";
        assertThat(said(driver("--conf", "spark.executor.extraJavaOptions=" + limits)))
                .contains(WORKER + "says: There is not enough memory for this");
    }
}
