package org.driftscope.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.experiment.sweep.TrialExecutor.Job;

/**
 * Trials that one task computes, one after the other.
 *
 * @param indices of the trials in the sweep
 * @param keys of all that decides their numbers
 */
record Bundle(int[] indices, String[] keys) implements Serializable {
    /** Small chips go together up to so many trials, so that handing them out costs little of each. */
    private static final int MOST = 64;
    /** Tasks a core, so that all cores end at about the same time. */
    private static final int A_CORE = 8;
    /** Tasks a core that are worth making a chip more than once for. */
    private static final int LEAST_A_CORE = 2;

    static Bundle of(List<Job> jobs) {
        return new Bundle(
                jobs.stream().mapToInt(Job::index).toArray(),
                jobs.stream().map(Job::key).toArray(String[]::new));
    }

    /**
     * Packs jobs: those on one chip go to one task, unless there would be too few tasks for the cores.
     *
     * @param chips jobs by chip
     * @param cores that compute at once, at least 1
     */
    static List<Bundle> pack(List<List<Job>> chips, int cores) {
        int all = chips.stream().mapToInt(List::size).sum();
        int usual = Math.max(1, Math.min(MOST, all / (A_CORE * cores)));
        int most = Math.max(usual, (all + LEAST_A_CORE * cores - 1) / (LEAST_A_CORE * cores));
        boolean splits = chips.size() < LEAST_A_CORE * cores;
        List<Bundle> bundles = new ArrayList<>();
        List<Job> open = new ArrayList<>();
        for (List<Job> chip : chips) {
            int piece = splits ? most : chip.size();
            for (int from = 0; from < chip.size(); from += piece) {
                open.addAll(chip.subList(from, Math.min(chip.size(), from + piece)));
                if (open.size() >= usual) {
                    bundles.add(of(open));
                    open.clear();
                }
            }
        }
        if (!open.isEmpty()) {
            bundles.add(of(open));
        }
        return bundles;
    }
}
