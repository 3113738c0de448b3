package org.driftscope.cluster;

import org.apache.spark.SparkConf;
import org.apache.spark.network.util.JavaUtils;

/** How executors are started: as much memory outside the heap as in it, and the collector that suits long sums. */
final class ExecutorOptions {
    private static final String OPTIONS = "spark.executor.extraJavaOptions";
    private static final String NATIVE = "org.bytedeco.javacpp.maxbytes";
    private static final long LEAST_NATIVE_MB = 1024;
    /** Of the virtual machine itself. */
    private static final long OWN_MB = 1024;

    private ExecutorOptions() {}

    /** Adds to the options of executors unless they name limits of native memory themselves. */
    static void set(SparkConf conf) {
        String options = conf.get(OPTIONS, "");
        if (options.contains(NATIVE)) {
            return;
        }
        long heap = JavaUtils.byteStringAsMb(conf.get("spark.executor.memory", "1g"));
        long outside = Math.max(LEAST_NATIVE_MB, heap);
        conf.set(
                OPTIONS,
                (options + " -XX:+UseParallelGC -D" + NATIVE + "=" + outside + "m"
                                + " -Dorg.bytedeco.javacpp.maxphysicalbytes=" + (heap + outside + OWN_MB) + "m")
                        .strip());
    }
}
