package org.driftscope.training.pass;

import java.util.Map;
import org.driftscope.training.gradient.BatchMoments;

/**
 * What one batch says about the parameters.
 *
 * @param images how many images the batch had
 * @param loss mean cross-entropy, nats
 * @param correct images whose highest score was their label
 * @param parameters gradient of the mean loss, in the layout of the pass; treat as read-only
 * @param input gradient with respect to the images, NCHW; empty unless asked for
 * @param moments what each batch norm saw, by node's name; empty with frozen batch norm
 */
public record Gradients(
        int images, double loss, int correct, float[] parameters, float[] input, Map<String, BatchMoments> moments) {
    public Gradients {
        moments = Map.copyOf(moments);
    }
}
