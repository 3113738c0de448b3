package org.driftscope.cluster;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.cli.DriftscopeCli;
import org.driftscope.support.MemoryLimits;
import org.driftscope.support.UserHome;

/**
 * Driftscope's command line for {@code spark-submit}: {@code spark-submit --master spark://host:7077 --class
 * org.driftscope.cluster.SparkMain driftscope-spark.jar run EXPERIMENT.yaml --out DIR}. Commands that compute sweeps do so on
 * the cluster that {@code spark-submit} names.
 */
public final class SparkMain {
    private static final String OPTION = "--spark";
    private static final List<String> SWEEPS = List.of("run", "study");

    private SparkMain() {}

    /** Ends the process with the command line's exit code. */
    public static void main(String[] args) {
        UserHome.makePrivate();
        MemoryLimits.apply();
        System.exit(DriftscopeCli.run(withMaster(args, System.getProperty("spark.master", ""))));
    }

    /** The same with the cluster's address, where a command takes one and has none. */
    static String[] withMaster(String[] args, String master) {
        List<String> all = new ArrayList<>(List.of(args));
        boolean named = all.stream().anyMatch(arg -> arg.equals(OPTION) || arg.startsWith(OPTION + "="));
        if (!named && !master.isEmpty() && args.length > 0 && SWEEPS.contains(args[0])) {
            all.add(OPTION);
            all.add(master);
        }
        return all.toArray(String[]::new);
    }
}
