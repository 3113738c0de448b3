package org.driftscope.ui.help;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One stop of the tour.
 *
 * @param nodeId the id of the node it points at
 * @param inSight ids of other nodes that its card should not cover
 * @param title short
 * @param text what is seen there
 * @param task what to do; "" where there is only something to read
 * @param done whether the task has been done since the step began; null without a task
 */
public record TourStep(
        String nodeId, List<String> inSight, String title, String text, String task, @Nullable BooleanSupplier done) {
    public TourStep {
        inSight = List.copyOf(inSight);
    }

    /** With something to read only. */
    public static TourStep reading(String nodeId, String title, String text) {
        return new TourStep(nodeId, List.of(), title, text, "", null);
    }

    boolean isDone() {
        return done == null || done.getAsBoolean();
    }
}
