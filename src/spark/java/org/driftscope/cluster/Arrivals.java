package org.driftscope.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Answers that have reached the driver, in a queue a run. What comes for a run that is over is dropped. */
final class Arrivals implements AutoCloseable {
    private static final Map<String, Arrivals> OPEN = new ConcurrentHashMap<>();
    /** Most that go into one transaction. */
    private static final int BATCH = 1000;

    private final String run;
    private final BlockingQueue<TrialAnswer> queue = new LinkedBlockingQueue<>();

    private Arrivals(String run) {
        this.run = run;
    }

    static Arrivals open(String run) {
        Arrivals arrivals = new Arrivals(run);
        OPEN.put(run, arrivals);
        return arrivals;
    }

    /** Puts an answer into the queue of its run. */
    static void deliver(TrialAnswer answer) {
        Arrivals arrivals = OPEN.get(answer.run());
        if (arrivals != null) {
            arrivals.queue.add(answer);
        }
    }

    /** What is there, or comes within some time; empty if nothing does. */
    List<TrialAnswer> take(long millis) throws InterruptedException {
        List<TrialAnswer> some = new ArrayList<>();
        TrialAnswer first = queue.poll(millis, TimeUnit.MILLISECONDS);
        if (first != null) {
            some.add(first);
            queue.drainTo(some, BATCH - 1);
        }
        return some;
    }

    @Override
    public void close() {
        OPEN.remove(run);
    }
}
