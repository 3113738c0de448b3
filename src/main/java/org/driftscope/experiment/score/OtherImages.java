package org.driftscope.experiment.score;

import java.util.Map;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.EvaluationParts;
import org.driftscope.evaluation.Scoring;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;

/** Runs networks over images that are not the evaluation set; nothing of that is remembered. Thread-safe. */
public final class OtherImages {
    private final CompiledNetwork clean;
    private final Preprocessing preprocessing;
    private final Workers workers;

    /** @param clean closed by its owner, after this */
    public OtherImages(CompiledNetwork clean, Preprocessing preprocessing, Workers workers) {
        this.clean = clean;
        this.preprocessing = preprocessing;
        this.workers = workers;
    }

    /** @param other the clean network's own graph, or another of the same inputs and classes */
    public Accuracy evaluate(ImageSource images, Network other, Map<String, LayerChange> changes, CancelToken cancel) {
        try (CompiledNetwork student =
                        other == clean.network() ? clean.withChanges(changes) : CompiledNetwork.with(other, changes);
                EvaluationParts parts = new EvaluationParts(images, clean.fixedBatch(), preprocessing, workers)) {
            return parts.gather(Scoring.all(), part -> parts.part(part).evaluate(student, Progress.none(), cancel));
        }
    }
}
