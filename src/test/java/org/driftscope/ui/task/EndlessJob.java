package org.driftscope.ui.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** A process with one job that ends only when it is cancelled, and says so; for tests that end it from outside. */
public final class EndlessJob {
    private EndlessJob() {}

    /** @param args unused */
    public static void main(String[] args) throws InterruptedException {
        BackgroundRunner runner = new FxBackgroundRunner();
        runner.run(Job.of(
                "Computing",
                (progress, cancel) -> {
                    System.out.println("computing;");
                    while (!cancel.isCancelled()) {
                        TimeUnit.MILLISECONDS.sleep(5);
                    }
                    System.out.println("stopped;");
                    throw new CancellationException();
                },
                done -> {},
                failed -> {}));
        Thread.currentThread().join(); // with itself: the job's thread alone would not keep the process alive
    }
}
