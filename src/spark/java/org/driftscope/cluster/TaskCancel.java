package org.driftscope.cluster;

import org.apache.spark.TaskContext;
import org.driftscope.support.CancelToken;

/** Spark's wish that a task ends, as a token: it is looked for as long as the task runs. */
final class TaskCancel implements AutoCloseable {
    private static final long LOOK_MS = 200;

    private final CancelToken token = new CancelToken();
    private final Thread watch;

    TaskCancel(TaskContext context) {
        watch = new Thread(() -> watch(context), "driftscope-cancel");
        watch.setDaemon(true);
        watch.start();
    }

    CancelToken token() {
        return token;
    }

    private void watch(TaskContext context) {
        try {
            while (!context.isInterrupted()) {
                Thread.sleep(LOOK_MS);
            }
            token.cancel();
        } catch (InterruptedException e) {
            // the task has ended
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
