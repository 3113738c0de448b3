package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Workers;

/** Tasks of which each computes on one native thread, since there are as many of them as processors. */
final class QuietTasks {
    private QuietTasks() {}

    /** Results in the tasks' order. */
    static <T> List<T> run(Workers workers, List<Callable<T>> tasks, CancelToken cancel) {
        List<Callable<T>> quiet = new ArrayList<>();
        for (Callable<T> task : tasks) {
            quiet.add(() -> {
                NativeThreads.useOneHere();
                return task.call();
            });
        }
        return workers.runAll(quiet, cancel);
    }
}
