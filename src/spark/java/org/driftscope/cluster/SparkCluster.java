package org.driftscope.cluster;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.sweep.TrialExecutor;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.cluster.Cluster;
import org.driftscope.support.DriftscopeException;

/** Connects to Spark as its driver. What {@code spark-submit} or its files set stays as it is. */
public final class SparkCluster implements Cluster {
    /** Killed executors count as failures of their tasks; a few of them are no reason to give up. */
    private static final String FAILURES = "10";

    @Override
    public TrialExecutor connect(String master, BenchFiles files, Workbench bench) {
        SparkConf conf = new SparkConf().setMaster(master);
        conf.setIfMissing("spark.app.name", "Driftscope");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        conf.setIfMissing("spark.log.level", "ERROR");
        conf.setIfMissing("spark.task.maxFailures", FAILURES);
        add(conf, "spark.plugins", List.of(ClusterPlugin.class.getName()));
        add(conf, "spark.jars", ownJar());
        ExecutorOptions.set(conf);
        try {
            return new SparkTrials(new JavaSparkContext(conf), files, bench);
        } catch (RuntimeException e) {
            throw new DriftscopeException(noAnswer(master) + " (" + e.getMessage() + ")", e);
        } catch (Exception e) {
            // Spark throws what it does not declare
            if (e instanceof SparkException) {
                throw new DriftscopeException(noAnswer(master) + " (" + e.getMessage() + ")", e);
            }
            throw new IllegalStateException(e);
        }
    }

    static String noAnswer(String master) {
        return "The cluster at " + master
                + " could not be used. Check its address, that its master and a worker run, and"
                + " that they have the same spark.authenticate.secret.";
    }

    /** Adds to a list of Spark's, each entry once. */
    private static void add(SparkConf conf, String list, List<String> more) {
        Set<String> all = new LinkedHashSet<>();
        for (String one : conf.get(list, "").split(",")) {
            if (!one.isBlank()) {
                all.add(one.strip());
            }
        }
        all.addAll(more);
        if (!all.isEmpty()) {
            conf.set(list, String.join(",", all));
        }
    }

    /** The jar that this class is from, so that executors get it. */
    private static List<String> ownJar() {
        try {
            CodeSource source = SparkCluster.class.getProtectionDomain().getCodeSource();
            Path place = source == null ? null : Path.of(source.getLocation().toURI());
            return place != null && Files.isRegularFile(place)
                    ? List.of(place.toUri().toString())
                    : List.of();
        } catch (URISyntaxException e) {
            return List.of();
        }
    }
}
