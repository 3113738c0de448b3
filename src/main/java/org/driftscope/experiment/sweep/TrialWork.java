package org.driftscope.experiment.sweep;

import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.ComputedTrial;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.MemoryShortage;
import org.driftscope.support.Progress;

/** One trial's computation, the same wherever it runs. */
public final class TrialWork {
    private TrialWork() {}

    /**
     * @throws DriftscopeException if it cannot be computed; see {@link #isOfAll}
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static ComputedTrial run(Workbench bench, ExperimentSpec spec, CancelToken cancel) {
        TrialOutcome outcome = TrialOutcome.of(
                ExperimentRunner.run(bench, spec, Progress.none(), cancel).result());
        return new ComputedTrial(outcome, TrialRecord.provenance(bench));
    }

    /** Whether other trials would meet the same, as they do damaged images and a lack of memory. */
    public static boolean isOfAll(DriftscopeException why) {
        return why instanceof DataFormatException || MemoryShortage.in(why).isPresent();
    }

    /** sha256, hex, over all that decides a trial's numbers: settings, model, images and preprocessing. */
    public static String key(ExperimentSpec spec, Workbench bench) {
        return TrialIdentity.key(spec, bench);
    }

    /** How many trials may run side by side in this process, at least 1. */
    public static int atOnce(Workbench bench) {
        return SideBySide.trials(
                bench.network(), bench.threads(), Runtime.getRuntime().maxMemory());
    }
}
