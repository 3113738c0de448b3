package org.driftscope.experiment.sweep;

import java.util.List;
import org.driftscope.experiment.archive.ComputedTrial;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;

/**
 * Where a sweep's trials are computed: the threads of this process, or a cluster. It neither reads nor writes the archive; what
 * finishes goes to a {@link Ledger}, in any order. The numbers are those of the trial alone, wherever and however often it is
 * computed, since its randomness is keyed.
 */
public interface TrialExecutor extends AutoCloseable {
    /**
     * A trial to compute.
     *
     * @param index of its first place in {@link Sweep#trials()}
     * @param key of all that decides its numbers
     * @param spec its settings
     */
    record Job(int index, String key, ExperimentSpec spec) {}

    /** A job that is done. */
    record Done(Job job, ComputedTrial trial) {}

    /** What an executor asks and tells. Thread-safe. */
    interface Ledger {
        /**
         * Says that a job is next.
         *
         * @return whether it has to be computed; else it is known already
         */
        boolean begin(Job job);

        /** Takes finished jobs, in one transaction; those that were told before change nothing. */
        void finished(List<Done> done);

        /**
         * Takes a job that the network or its settings do not allow.
         *
         * @throws DriftscopeException if that is to end the sweep
         */
        void refused(Job job, DriftscopeException why);
    }

    /**
     * Computes jobs.
     *
     * @param sweep they are of
     * @param chips jobs by the chip that they share, so that it is made once
     * @throws java.util.concurrent.CancellationException if cancelled; what finished is in the ledger
     * @throws DriftscopeException if none can be computed any more
     */
    void run(Sweep sweep, List<List<Job>> chips, Ledger ledger, CancelToken cancel);

    @Override
    default void close() {}
}
