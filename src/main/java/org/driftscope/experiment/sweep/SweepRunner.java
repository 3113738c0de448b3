package org.driftscope.experiment.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.Progress;

/**
 * Runs a sweep's trials wherever its executor computes them. What the archive already has is not computed again; what finishes is in
 * the archive before it is reported.
 */
public final class SweepRunner {
    private final Workbench bench;
    private final RunArchive archive;
    private final boolean fresh;
    private final TrialExecutor executor;

    /** Computes in this process. @param fresh whether trials that the archive has are computed again and replaced */
    public SweepRunner(Workbench bench, RunArchive archive, boolean fresh) {
        this(bench, archive, fresh, new LocalThreads(bench));
    }

    /**
     * @param fresh whether trials that the archive has are computed again and replaced
     * @param executor computes the others; stays open
     */
    public SweepRunner(Workbench bench, RunArchive archive, boolean fresh, TrialExecutor executor) {
        this.bench = bench;
        this.archive = archive;
        this.fresh = fresh;
        this.executor = executor;
    }

    /**
     * One finished trial.
     *
     * @param index place in {@link Sweep#trials()}
     * @param trial what was run
     * @param outcome its numbers
     * @param remembered whether it came from the archive
     */
    public record Finished(int index, Sweep.Trial trial, TrialOutcome outcome, boolean remembered) {}

    /**
     * One trial that the network or its settings do not allow, e.g. batch norm on a network without any.
     *
     * @param index place in {@link Sweep#trials()}
     * @param trial what was asked
     * @param cause why, in a sentence
     */
    public record Refused(int index, Sweep.Trial trial, DriftscopeException cause) {
        /** The sentence. */
        public String why() {
            return cause.userMessage();
        }
    }

    /** Called as trials finish, on any thread. */
    @FunctionalInterface
    public interface Listener {
        /** @param index place of a trial that begins now, or is looked up */
        default void started(int index) {}

        void finished(Finished trial);

        /** The others go on. Unless this is overridden, the sweep ends with the first. */
        default void refused(Refused trial) {
            throw trial.cause();
        }
    }

    /**
     * @return all trials but those that were refused, in the order of the grid
     * @throws java.util.concurrent.CancellationException if cancelled; what had finished is in the archive
     */
    public List<Finished> run(Sweep sweep, Listener listener, Progress progress, CancelToken cancel) {
        List<Sweep.Trial> trials = sweep.trials();
        List<List<Integer>> chips = chips(trials);
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        List<List<TrialExecutor.Job>> jobs = new ArrayList<>();
        for (List<Integer> chip : chips) {
            jobs.add(jobs(chip, trials, alike));
        }
        SweepLedger ledger = new SweepLedger(sweep, trials, alike, bench, archive, fresh, listener, progress);
        executor.run(sweep, jobs, ledger, cancel);
        return ledger.all().stream()
                .sorted(Comparator.comparingInt(Finished::index))
                .toList();
    }

    /** The trials of a chip, each key once: what only differs in settings that its method ignores is one. */
    private List<TrialExecutor.Job> jobs(
            List<Integer> chip, List<Sweep.Trial> trials, Map<String, List<Integer>> alike) {
        List<TrialExecutor.Job> jobs = new ArrayList<>();
        for (int index : chip) {
            ExperimentSpec spec = trials.get(index).spec();
            String key = TrialIdentity.key(spec, bench);
            List<Integer> places = alike.computeIfAbsent(key, k -> new ArrayList<>());
            if (places.isEmpty()) {
                jobs.add(new TrialExecutor.Job(index, key, spec));
            }
            places.add(index);
        }
        return jobs;
    }

    /** Places of the trials by chip, otherwise in the grid's order. */
    private static List<List<Integer>> chips(List<Sweep.Trial> trials) {
        Map<ChipOf, List<Integer>> byChip = new LinkedHashMap<>();
        for (int i = 0; i < trials.size(); i++) {
            ExperimentSpec spec = trials.get(i).spec();
            ChipOf chip = new ChipOf(spec.chip(), spec.driftedLayers());
            byChip.computeIfAbsent(chip, c -> new ArrayList<>()).add(i);
        }
        return List.copyOf(byChip.values());
    }

    private record ChipOf(ChipSpec chip, LayerChoice layers) {}
}
