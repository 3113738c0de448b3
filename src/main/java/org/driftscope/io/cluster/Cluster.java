package org.driftscope.io.cluster;

import java.util.Optional;
import java.util.ServiceLoader;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.sweep.TrialExecutor;
import org.driftscope.io.bench.BenchFiles;

/** Several machines that compute trials. Found by {@link ServiceLoader}, where the code for it is on the class path. */
public interface Cluster {
    /**
     * Connects to a cluster; its machines see the files under the same paths.
     *
     * @param master its address, e.g. {@code spark://host:7077}
     * @param files to work on
     * @param bench the same, opened here
     * @return to be closed
     * @throws org.driftscope.support.DriftscopeException if it does not answer
     */
    TrialExecutor connect(String master, BenchFiles files, Workbench bench);

    /** What this process can connect with; empty where it is started without a cluster's classes. */
    static Optional<Cluster> here() {
        return ServiceLoader.load(Cluster.class, Cluster.class.getClassLoader()).findFirst();
    }
}
