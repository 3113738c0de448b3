package org.driftscope.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Remembers the results of costly work by key, the least recently used forgotten first. Two threads that ask for the same
 * key at once share one computation. Failures are not remembered.
 *
 * @param <K> key, with value equality
 * @param <V> result
 */
public final class Memo<K, V> {
    private final Map<K, FutureTask<V>> tasks;

    /** @param capacity results kept at most, at least 1 */
    public Memo(int capacity) {
        tasks = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, FutureTask<V>> eldest) {
                return size() > capacity;
            }
        };
    }

    /**
     * The result for a key: remembered, being computed by another thread, or computed now by this one.
     *
     * @throws CancellationException if the computation was cancelled, also by the thread that began it
     */
    public V get(K key, Supplier<V> compute) {
        FutureTask<V> mine = new FutureTask<>(compute::get);
        FutureTask<V> task;
        synchronized (tasks) {
            FutureTask<V> known = tasks.putIfAbsent(key, mine);
            task = known == null ? mine : known;
        }
        if (task == mine) {
            task.run();
        }
        return await(key, task);
    }

    private V await(K key, FutureTask<V> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            forget(key, task);
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }

    private void forget(K key, FutureTask<V> failed) {
        synchronized (tasks) {
            tasks.remove(key, failed);
        }
    }
}
