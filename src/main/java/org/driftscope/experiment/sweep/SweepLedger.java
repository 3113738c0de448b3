package org.driftscope.experiment.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.ComputedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.sweep.SweepRunner.Finished;
import org.driftscope.experiment.sweep.SweepRunner.Refused;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.Progress;

/**
 * A sweep's trials as they are computed: looked up in the archive before, put into it after, and only then told. A trial that comes
 * twice, e.g. from a worker that was thought lost, counts once. Thread-safe.
 */
final class SweepLedger implements TrialExecutor.Ledger {
    private final Sweep sweep;
    private final List<Sweep.Trial> trials;
    private final Map<String, List<Integer>> places;
    private final Workbench bench;
    private final RunArchive archive;
    private final boolean fresh;
    private final SweepRunner.Listener listener;
    private final Progress progress;
    private final Map<String, String> olderKeys = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final List<Finished> all = new ArrayList<>();
    private int done;

    /** @param places of the trials in the grid by their key */
    SweepLedger(
            Sweep sweep,
            List<Sweep.Trial> trials,
            Map<String, List<Integer>> places,
            Workbench bench,
            RunArchive archive,
            boolean fresh,
            SweepRunner.Listener listener,
            Progress progress) {
        this.sweep = sweep;
        this.trials = trials;
        this.places = places;
        this.bench = bench;
        this.archive = archive;
        this.fresh = fresh;
        this.listener = listener;
        this.progress = progress;
    }

    @Override
    public boolean begin(TrialExecutor.Job job) {
        places(job).forEach(listener::started);
        Optional<ArchivedTrial> known = TrialRecord.find(archive, job.key(), job.spec(), bench);
        known.ifPresent(found -> {
            archive.join(found.key(), sweep.name());
            remember(job.key(), found.key());
        });
        if (known.isPresent() && !fresh && close(job)) {
            tell(job, known.get().outcome(), true);
            return false;
        }
        return true;
    }

    @Override
    public void finished(List<TrialExecutor.Done> done) {
        List<TrialExecutor.Done> news =
                done.stream().filter(one -> close(one.job())).toList();
        archive.putAll(
                news.stream().map(one -> archived(one.job(), one.trial())).toList(), fresh);
        news.forEach(one -> tell(one.job(), one.trial().outcome(), false));
    }

    @Override
    public void refused(TrialExecutor.Job job, DriftscopeException why) {
        if (close(job)) {
            places(job).forEach(index -> listener.refused(new Refused(index, trials.get(index), why)));
            count(places(job).size());
        }
    }

    /** All but the refused, in any order. */
    synchronized List<Finished> all() {
        return List.copyOf(all);
    }

    private ArchivedTrial archived(TrialExecutor.Job job, ComputedTrial trial) {
        return TrialRecord.of(keyInArchive(job.key()), sweep.name(), job.spec(), trial);
    }

    /** The first is run, or remembered; the others of its key are as it. */
    private void tell(TrialExecutor.Job job, TrialOutcome outcome, boolean remembered) {
        List<Finished> finished = new ArrayList<>();
        for (int index : places(job)) {
            finished.add(new Finished(index, trials.get(index), outcome, remembered || !finished.isEmpty()));
        }
        synchronized (this) {
            all.addAll(finished);
        }
        finished.forEach(listener::finished);
        count(finished.size());
    }

    private void count(int more) {
        int now;
        synchronized (this) {
            done += more;
            now = done;
        }
        progress.report("Trials of " + sweep.name(), now, trials.size());
    }

    private List<Integer> places(TrialExecutor.Job job) {
        return places.getOrDefault(job.key(), List.of());
    }

    /** Whether a job was still open. */
    private synchronized boolean close(TrialExecutor.Job job) {
        return closed.add(job.key());
    }

    private synchronized void remember(String key, String older) {
        olderKeys.put(key, older);
    }

    private synchronized String keyInArchive(String key) {
        return olderKeys.getOrDefault(key, key);
    }
}
