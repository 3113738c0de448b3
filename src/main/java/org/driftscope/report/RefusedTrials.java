package org.driftscope.report;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.experiment.sweep.SweepRunner;

/** Gathers the trials of a sweep that are refused, so that the others go on. Thread-safe. */
public class RefusedTrials implements SweepRunner.Listener {
    private final List<SweepRunner.Refused> found = new ArrayList<>();

    @Override
    public void finished(SweepRunner.Finished trial) {}

    @Override
    public synchronized void refused(SweepRunner.Refused trial) {
        found.add(trial);
    }

    /** Those so far. */
    public synchronized List<SweepRunner.Refused> all() {
        return List.copyOf(found);
    }
}
