package org.driftscope.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.driftscope.experiment.Workbench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.Workers;

/**
 * Computes trials in this process, as many side by side as the workbench has threads and the heap has room; all computing happens on
 * the workbench's own crew. Trials on the same chip follow one another, so that they share the chip and its factorisations.
 *
 * <p>Memory, for T trials at once: what {@link Workbench} keeps, plus for each of T running trials at most one chip, one draw's
 * statistics and one chip's factorisations, plus the activations of one batch a thread. It does not grow with the number
 * of trials.
 */
public final class LocalThreads implements TrialExecutor {
    private final Workbench bench;

    public LocalThreads(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void run(Sweep sweep, List<List<Job>> chips, Ledger ledger, CancelToken cancel) {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (List<Job> chip : chips) {
            for (Job job : chip) {
                tasks.add(() -> ledger.begin(job) && compute(job, ledger, cancel));
            }
        }
        try (Workers submitters = new Workers("trial", TrialWork.atOnce(bench))) {
            submitters.runAll(tasks, cancel);
        }
    }

    private boolean compute(Job job, Ledger ledger, CancelToken cancel) {
        Done done;
        try {
            done = new Done(job, TrialWork.run(bench, job.spec(), cancel));
        } catch (DriftscopeException why) {
            if (TrialWork.isOfAll(why)) {
                throw why;
            }
            ledger.refused(job, why);
            return false;
        }
        ledger.finished(List.of(done));
        return true;
    }
}
