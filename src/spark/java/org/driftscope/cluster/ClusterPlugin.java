package org.driftscope.cluster;

import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.driftscope.support.MemoryLimits;
import org.jspecify.annotations.Nullable;

/**
 * The two ends of what executors tell the driver while their tasks run, over Spark's own connection. Named in {@code
 * spark.plugins}.
 */
public final class ClusterPlugin implements SparkPlugin {
    @Override
    public DriverPlugin driverPlugin() {
        return new Driver();
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new Executor();
    }

    /** Hears answers, and says how many cores an executor has. */
    private static final class Driver implements DriverPlugin {
        private final Executors executors = new Executors();

        @Override
        public Map<String, String> init(SparkContext context, PluginContext plugin) {
            context.addSparkListener(executors);
            Executors.current(executors);
            return Map.of();
        }

        @Override
        public @Nullable Object receive(Object message) throws InterruptedException {
            if (message instanceof TrialAnswer answer) {
                Arrivals.deliver(answer);
                return null;
            }
            return message instanceof String executor ? executors.cores(executor) : null;
        }
    }

    /** Keeps the way to the driver, and closes the workbench at the end. */
    private static final class Executor implements ExecutorPlugin {
        @Override
        public void init(PluginContext plugin, Map<String, String> extra) {
            // before the numerical library reads them
            MemoryLimits.apply();
            ExecutorRoom.start(plugin);
        }

        @Override
        public void shutdown() {
            ExecutorRoom.end();
        }
    }
}
