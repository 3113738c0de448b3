package org.driftscope.io.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.IoReason;
import org.jspecify.annotations.Nullable;

/** A command line handed over to Spark's own starter, which brings the classes that this process lacks. */
public final class SparkHandover {
    private static final String HOME = "SPARK_HOME";
    private static final String JAR = "DRIFTSCOPE_SPARK_JAR";
    private static final String JAR_NAME = "driftscope-spark.jar";
    private static final String MAIN = "org.driftscope.cluster.SparkMain";
    private static final long LOOK_MS = 200;

    private SparkHandover() {}

    /**
     * The command that runs these arguments on a cluster.
     *
     * @param master the cluster's address
     * @param arguments of this program
     * @param environment where Spark and the jar for it are named
     * @param working folder in which the jar may lie
     * @throws DriftscopeException if one of them is missing: what, and how to get it
     */
    public static List<String> command(
            String master, List<String> arguments, Map<String, String> environment, Path working) {
        Path submit = submit(environment.get(HOME));
        Path jar = jar(environment.get(JAR), working);
        List<String> command = new ArrayList<>(List.of(submit.toString(), "--master", master, "--class", MAIN));
        Path sample = sample();
        if (sample != null) {
            command.addAll(List.of("--driver-java-options", "-Dsample.data=" + sample));
        }
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    /** Runs such a command on this process's streams. @return its exit code */
    public static int run(List<String> command, CancelToken cancel) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                if (cancel.isCancelled()) {
                    // it writes what is finished, as this process would
                    process.destroy();
                    return process.waitFor();
                }
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new DriftscopeException(command.get(0) + " could not be started: " + IoReason.of(e) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriftscopeException("Interrupted.", e);
        }
    }

    private static Path submit(@Nullable String home) {
        if (home == null || home.isBlank()) {
            throw new DriftscopeException(
                    "--spark needs Apache Spark 4.1, which does not come with Driftscope. Unpack it"
                            + " (spark.apache.org, \"Pre-built for Apache Hadoop\"), and set " + HOME
                            + " to its folder.");
        }
        Path submit = Path.of(home, "bin", isWindows() ? "spark-submit.cmd" : "spark-submit");
        if (!Files.isRegularFile(submit)) {
            throw new DriftscopeException(HOME + " is " + home + ", but there is no " + submit
                    + ". Set it to the folder of Apache Spark 4.1.");
        }
        return submit;
    }

    private static Path jar(@Nullable String named, Path working) {
        Stream<Path> candidates = named != null && !named.isBlank()
                ? Stream.of(Path.of(named))
                : Stream.of(working.resolve(JAR_NAME), working.resolve("target").resolve(JAR_NAME));
        return candidates
                .filter(Files::isRegularFile)
                .findFirst()
                .map(Path::toAbsolutePath)
                .orElseThrow(() -> new DriftscopeException("--spark needs " + JAR_NAME + ", and it is not at "
                        + (named == null || named.isBlank() ? working.toAbsolutePath() : named)
                        + ". Build it in Driftscope's source with \"mvn -Pspark package -DskipTests\" (it is then in target), and set "
                        + JAR + " to it."));
    }

    private static @Nullable Path sample() {
        try {
            return BundledSample.find().model().toAbsolutePath().getParent();
        } catch (DriftscopeException e) {
            return null;
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
