package org.driftscope.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.Cut;
import org.jspecify.annotations.Nullable;

/**
 * Activations of earlier evaluations at cuts of the network, so that an evaluation whose first layers are the same can
 * start from there. The least recently used go first when they outgrow the budget. Not thread-safe.
 */
final class PrefixCache implements AutoCloseable {
    private final long budgetBytes;
    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * Activations of all batches at one cut.
     *
     * @param fingerprints of the layers that made them
     */
    record Entry(Fingerprints fingerprints, Cut cut, BatchPlan plan, Recording activations) {}

    /** @param budgetBytes most that all activations may take together; 0 to keep none */
    PrefixCache(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    /** Room for new activations; older ones make way when they are put in. */
    Recording newRecording(BatchPlan plan) {
        return new Recording(plan.batches(), budgetBytes);
    }

    /** The entry from which least is left to compute; null if none fits. */
    @Nullable
    Entry best(CompiledNetwork network, Fingerprints fingerprints, BatchPlan plan) {
        Entry best = null;
        for (Entry entry : entries) {
            boolean fits =
                    entry.plan().equals(plan) && entry.fingerprints().agreeBefore(entry.cut(), fingerprints, network);
            if (fits && (best == null || entry.cut().step() > best.cut().step())) {
                best = entry;
            }
        }
        if (best != null) {
            entries.remove(best);
            entries.addFirst(best);
        }
        return best;
    }

    /** Takes over a complete recording; closes what no longer fits beside it. */
    void put(Entry entry) {
        entries.addFirst(entry);
        while (bytes() > budgetBytes) {
            entries.removeLast().activations().close();
        }
    }

    long bytes() {
        return entries.stream().mapToLong(entry -> entry.activations().bytes()).sum();
    }

    @Override
    public void close() {
        entries.forEach(entry -> entry.activations().close());
        entries.clear();
    }
}
