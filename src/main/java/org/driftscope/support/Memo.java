package org.driftscope.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the results of costly work by key, within a budget; the least recently used are forgotten first. Two threads
 * that ask for the same key at once share one computation. Failures are not remembered. Thread-safe.
 *
 * <p>Memory: at most the budget, or the last result alone where that is larger; what callers still hold comes on top.
 *
 * @param <K> key, with value equality
 * @param <V> result
 */
public final class Memo<K, V> {
    private final long budget;
    private final ToLongFunction<V> weight;
    /** In order of use, the most recent last. */
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param budget most that all results may weigh together, in {@code weight}'s unit
     * @param weight of a result, at least 0, e.g. its bytes
     */
    public Memo(long budget, ToLongFunction<V> weight) {
        this.budget = budget;
        this.weight = weight;
    }

    /** One that keeps all, for few keys whose results live as long as it does. */
    public static <K, V> Memo<K, V> keepingAll() {
        return new Memo<>(Long.MAX_VALUE, result -> 0);
    }

    /** The result that is there; null where there is none, or it is still being computed. */
    public synchronized @Nullable V known(K key) {
        Entry<V> entry = entries.get(key);
        return entry == null ? null : entry.result;
    }

    /** A result, or the work towards it, and what it weighs: nothing as long as it is not there. */
    private static final class Entry<V> {
        private final FutureTask<V> task;
        private long weight;
        private @Nullable V result;

        Entry(FutureTask<V> task) {
            this.task = task;
        }
    }

    /**
     * The result for a key: remembered, being computed by another thread, or computed now by this one.
     *
     * @param compute run at most once; stops on {@code cancel} by itself
     * @param cancel ends waiting for another thread; where that one was cancelled and this one was not, this one computes
     * @throws CancellationException if this call was cancelled
     */
    public V get(K key, Supplier<V> compute, CancelToken cancel) {
        while (true) {
            Entry<V> mine = new Entry<>(new FutureTask<>(compute::get));
            Entry<V> entry = enlisted(key, mine);
            if (entry == mine) {
                return computed(key, mine);
            }
            V value = awaited(entry.task, cancel);
            if (value != null) {
                return value;
            }
            forget(key, entry);
        }
    }

    private synchronized Entry<V> enlisted(K key, Entry<V> mine) {
        Entry<V> known = entries.putIfAbsent(key, mine);
        return known == null ? mine : known;
    }

    private V computed(K key, Entry<V> mine) {
        mine.task.run();
        try {
            V value = mine.task.get();
            keepWithinBudget(mine, value, weight.applyAsLong(value));
            return value;
        } catch (ExecutionException e) {
            forget(key, mine);
            throw unchecked(e);
        } catch (InterruptedException e) {
            forget(key, mine);
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }

    /** Null where the other thread was cancelled. */
    private @Nullable V awaited(FutureTask<V> task, CancelToken cancel) {
        while (true) {
            cancel.throwIfCancelled();
            try {
                return task.get(CancellableLock.CHECK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof CancellationException) {
                    return null;
                }
                throw unchecked(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted");
            }
        }
    }

    private static RuntimeException unchecked(ExecutionException e) {
        return e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    }

    private synchronized void keepWithinBudget(Entry<V> latest, V value, long weighs) {
        latest.result = value;
        latest.weight = weighs;
        long total = entries.values().stream().mapToLong(entry -> entry.weight).sum();
        var oldestFirst = entries.values().iterator();
        while (total > budget && oldestFirst.hasNext()) {
            Entry<V> oldest = oldestFirst.next();
            if (oldest != latest && oldest.weight > 0) {
                total -= oldest.weight;
                oldestFirst.remove();
            }
        }
    }

    private synchronized void forget(K key, Entry<V> failed) {
        entries.remove(key, failed);
    }
}
