package org.driftscope.cluster;

import java.io.IOException;
import java.util.Objects;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.plugin.PluginContext;
import org.driftscope.support.DriftscopeException;
import org.jspecify.annotations.Nullable;

/** What an executor keeps for its life: the way to the driver and one workbench. */
final class ExecutorRoom {
    private static @Nullable PluginContext plugin;
    private static @Nullable OpenedStudy study;

    private ExecutorRoom() {}

    static synchronized void start(PluginContext context) {
        plugin = context;
    }

    static synchronized void end() {
        if (study != null) {
            study.close();
            study = null;
        }
    }

    /**
     * The study as it is open here; opened by whoever comes first.
     *
     * @throws DriftscopeException if its files are not what the driver has
     */
    static synchronized OpenedStudy open(StudyText text) {
        OpenedStudy before = study;
        if (before == null || !before.text().equals(text)) {
            study = OpenedStudy.of(text, before, cores());
        }
        return Objects.requireNonNull(study);
    }

    static synchronized boolean isOpen(StudyText text) {
        return study != null && study.text().equals(text);
    }

    /** Name of this machine, as the driver knows it, for messages. A plugin's own answer fails where executors do not listen. */
    static String host() {
        SparkEnv env = SparkEnv.get();
        return env == null
                ? "an unknown host"
                : env.blockManager().blockManagerId().host();
    }

    /** Tells the driver at once; what does not reach it comes with the task's result. */
    static void tell(TrialAnswer answer) {
        PluginContext to;
        synchronized (ExecutorRoom.class) {
            to = plugin;
        }
        try {
            if (to != null) {
                to.send(answer);
            }
        } catch (IOException e) {
            // the task's result has it too
        }
    }

    private static int cores() {
        try {
            return plugin != null && plugin.ask(plugin.executorID()) instanceof Integer cores ? cores : 1;
        } catch (Exception e) {
            return 1;
        }
    }
}
