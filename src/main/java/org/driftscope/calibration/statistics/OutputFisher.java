package org.driftscope.calibration.statistics;

import java.util.List;

/**
 * How much a layer's outputs matter to the network's answer: {@code S = E[g g^T]}, g the gradient of log p at one position
 * of the layer's output, p the teacher's probability of a class drawn from its own softmax.
 *
 * @param positions output positions an image, P
 * @param groups S of each group's outputs, [o, o] and symmetric; arrays are shared, treat them as read-only
 */
public record OutputFisher(double positions, List<double[]> groups) {
    public OutputFisher {
        groups = List.copyOf(groups);
    }

    /** The diagonal of S of a group. */
    public double[] diagonal(int group) {
        double[] values = groups.get(group);
        int order = (int) Math.round(Math.sqrt(values.length));
        double[] diagonal = new double[order];
        for (int i = 0; i < order; i++) {
            diagonal[i] = values[i * order + i];
        }
        return diagonal;
    }
}
