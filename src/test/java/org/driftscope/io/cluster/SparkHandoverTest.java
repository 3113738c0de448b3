package org.driftscope.io.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.support.CancelToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SparkHandoverTest {
    private static final String MASTER = "spark://host:7077";
    private static final List<String> ARGUMENTS = List.of("run", "a.yaml", "--out", "d", "--spark", MASTER);

    @TempDir
    Path folder;

    @Test
    void noClusterIsFoundWithoutItsClasses() {
        assertThat(Cluster.here()).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidWithHowToGetIt() throws Exception {
        assertThatThrownBy(() -> SparkHandover.command(MASTER, ARGUMENTS, Map.of(), folder))
                .hasMessageContaining("Apache Spark 4.1")
                .hasMessageContaining("SPARK_HOME");
        Map<String, String> home = Map.of("SPARK_HOME", folder.toString());
        assertThatThrownBy(() -> SparkHandover.command(MASTER, ARGUMENTS, home, folder))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("spark-submit");
        installed("exit 0");
        assertThatThrownBy(() -> SparkHandover.command(MASTER, ARGUMENTS, home, folder))
                .hasMessageContaining("mvn -Pspark package")
                .hasMessageContaining("DRIFTSCOPE_SPARK_JAR");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theWholeCommandIsHandedOverAndItsExitCodeComesBack() throws Exception {
        installed("echo \"$@\" > " + folder.resolve("said") + "; exit 5");
        Path jar = Files.createFile(folder.resolve("driftscope-spark.jar"));
        List<String> command =
                SparkHandover.command(MASTER, ARGUMENTS, Map.of("SPARK_HOME", folder.toString()), folder);
        assertThat(SparkHandover.run(command, new CancelToken())).isEqualTo(5);
        assertThat(Files.readString(folder.resolve("said")))
                .startsWith("--master " + MASTER + " --class org.driftscope.cluster.SparkMain")
                .contains(jar + " run a.yaml --out d --spark " + MASTER);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void cancellingEndsWhatWasStarted() throws Exception {
        installed("exec sleep 1000");
        Files.createFile(folder.resolve("driftscope-spark.jar"));
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        List<String> command =
                SparkHandover.command(MASTER, ARGUMENTS, Map.of("SPARK_HOME", folder.toString()), folder);
        assertThat(SparkHandover.run(command, cancel)).isNotZero();
    }

    private void installed(String script) throws Exception {
        Path submit = Files.createDirectories(folder.resolve("bin")).resolve("spark-submit");
        Files.writeString(submit, "#!/bin/sh\n" + script + "\n");
        assertThat(submit.toFile().setExecutable(true)).isTrue();
        Files.writeString(submit.resolveSibling("spark-submit.cmd"), "");
    }
}
