package org.driftscope.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/** The executors that the driver has heard of: where, with how many cores, and how the last was lost. Thread-safe. */
final class Executors extends SparkListener {
    private static final long PATIENCE_MS = 10_000;
    private static volatile Executors current = new Executors();

    /** An executor. */
    private record Known(String host, int cores) {}

    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<String, Known> alive = new LinkedHashMap<>();
    private final Map<String, Integer> lost = new LinkedHashMap<>();
    private String lastReason = "";

    /** Those of the running context. */
    static Executors current() {
        return current;
    }

    static void current(Executors executors) {
        current = executors;
    }

    @Override
    public synchronized void onExecutorAdded(SparkListenerExecutorAdded added) {
        Known one = new Known(
                added.executorInfo().executorHost(), added.executorInfo().totalCores());
        known.put(added.executorId(), one);
        alive.put(added.executorId(), one);
        notifyAll();
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        Known one = alive.remove(removed.executorId());
        if (one != null) {
            lost.merge(one.host(), 1, Integer::sum);
            lastReason = one.host() + ": " + removed.reason().strip();
        }
        notifyAll();
    }

    /** Cores of an executor, 1 if it stays unknown. */
    synchronized int cores(String executor) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!known.containsKey(executor) && System.nanoTime() < end) {
            wait(100);
        }
        Known one = known.get(executor);
        return one == null ? 1 : Math.max(1, one.cores());
    }

    /** Cores of all that are there; waits a while for one. */
    synchronized int cores(long millis) throws InterruptedException {
        if (alive.isEmpty()) {
            wait(millis);
        }
        return alive.values().stream().mapToInt(Known::cores).sum();
    }

    /** Executors that were lost, in a sentence; empty if none was. */
    synchronized String losses() {
        return lost.isEmpty()
                ? ""
                : "Executors were lost on "
                        + String.join(
                                ", ",
                                lost.entrySet().stream()
                                        .map(host -> host.getKey() + " (" + host.getValue() + " times)")
                                        .toList())
                        + "; the last one: " + lastReason;
    }
}
