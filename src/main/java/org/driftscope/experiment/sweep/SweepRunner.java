package org.driftscope.experiment.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.MemoryShortage;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;

/**
 * Runs a sweep's trials side by side, as many as the workbench has threads and the heap has room; all computing happens on the workbench's own
 * crew. What the archive already has is not computed again; what finishes is in the archive before it is reported.
 *
 * <p>Trials on the same chip run one after the other, so that they share the chip and its factorisations.
 *
 * <p>Memory, for T trials at once: what {@link Workbench} keeps, plus for each of T running trials at most one chip, one draw's
 * statistics and one chip's factorisations, plus the activations of one batch a thread. It does not grow with the number
 * of trials.
 */
public final class SweepRunner {
    private final Workbench bench;
    private final RunArchive archive;
    private final boolean fresh;

    /** @param fresh whether trials that the archive has are computed again and replaced */
    public SweepRunner(Workbench bench, RunArchive archive, boolean fresh) {
        this.bench = bench;
        this.archive = archive;
        this.fresh = fresh;
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

    /** Called on worker threads as trials finish. */
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
        AtomicInteger done = new AtomicInteger();
        List<Callable<List<Finished>>> tasks = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> same : alike(trials).entrySet()) {
            tasks.add(() -> {
                List<Integer> places = same.getValue();
                List<Finished> finished = trials(sweep.name(), same.getKey(), places, trials, listener, cancel);
                finished.forEach(listener::finished);
                progress.report("Trials of " + sweep.name(), done.addAndGet(places.size()), trials.size());
                return finished;
            });
        }
        try (Workers submitters = new Workers("trial", atOnce())) {
            return submitters.runAll(tasks, cancel).stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingInt(Finished::index))
                    .toList();
        }
    }

    private int atOnce() {
        return SideBySide.trials(
                bench.network(), bench.threads(), Runtime.getRuntime().maxMemory());
    }

    /** Places of the trials by their key, chip by chip: what only differs in settings that its method ignores is one. */
    private Map<String, List<Integer>> alike(List<Sweep.Trial> trials) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int index : chipByChip(trials)) {
            String key = TrialIdentity.key(trials.get(index).spec(), bench);
            places.computeIfAbsent(key, k -> new ArrayList<>()).add(index);
        }
        return places;
    }

    /** Places of the trials, those on the same chip together, otherwise in the grid's order. */
    private static List<Integer> chipByChip(List<Sweep.Trial> trials) {
        Map<ChipOf, List<Integer>> byChip = new LinkedHashMap<>();
        for (int i = 0; i < trials.size(); i++) {
            ExperimentSpec spec = trials.get(i).spec();
            ChipOf chip = new ChipOf(spec.chip(), spec.driftedLayers());
            byChip.computeIfAbsent(chip, c -> new ArrayList<>()).add(i);
        }
        return byChip.values().stream().flatMap(List::stream).toList();
    }

    private record ChipOf(ChipSpec chip, LayerChoice layers) {}

    /** Trials of one key: the first is run, or remembered, or refused, for all. */
    private List<Finished> trials(
            String study,
            String key,
            List<Integer> places,
            List<Sweep.Trial> trials,
            Listener listener,
            CancelToken cancel) {
        places.forEach(listener::started);
        Finished first;
        try {
            first = trial(study, key, places.get(0), trials.get(places.get(0)), cancel);
        } catch (Refusal refusal) {
            places.forEach(index -> listener.refused(new Refused(index, trials.get(index), refusal.why)));
            return List.of();
        }
        List<Finished> finished = new ArrayList<>(List.of(first));
        for (int index : places.subList(1, places.size())) {
            finished.add(new Finished(index, trials.get(index), first.outcome(), true));
        }
        return finished;
    }

    private Finished trial(String study, String key, int index, Sweep.Trial trial, CancelToken cancel) {
        Optional<ArchivedTrial> known = TrialRecord.find(archive, key, trial.spec(), bench);
        known.ifPresent(found -> archive.join(found.key(), study));
        if (known.isPresent() && !fresh) {
            return new Finished(index, trial, known.get().outcome(), true);
        }
        ExperimentResult result = result(trial, cancel);
        ArchivedTrial made =
                TrialRecord.of(known.map(ArchivedTrial::key).orElse(key), study, trial.spec(), bench, result);
        archive.put(made, fresh);
        return new Finished(index, trial, made.outcome(), false);
    }

    private ExperimentResult result(Sweep.Trial trial, CancelToken cancel) {
        try {
            return ExperimentRunner.run(bench, trial.spec(), Progress.none(), cancel)
                    .result();
        } catch (DriftscopeException why) {
            // damaged images and a lack of memory are no trial's own, and the next would meet them too
            if (why instanceof DataFormatException || MemoryShortage.in(why).isPresent()) {
                throw why;
            }
            throw new Refusal(why);
        }
    }

    /** Tells what one trial met from what ends a sweep, such as an archive that cannot be written. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final DriftscopeException why;

        Refusal(DriftscopeException why) {
            super(why);
            this.why = why;
        }
    }
}
