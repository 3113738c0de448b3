package org.driftscope.report.archive;

import java.util.function.Consumer;
import org.driftscope.experiment.archive.ArchivedTrial;

/** Trials one after the other, of which no more than one need be held. */
@FunctionalInterface
public interface TrialSource {
    void each(Consumer<ArchivedTrial> visitor);
}
