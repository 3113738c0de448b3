package org.driftscope.calibration;

import java.util.List;

/**
 * All a solver needs to know of the images: second moments and means of a layer's input patches x (METHOD: G = E[x x^T],
 * mu = E[x]). One pair a group. Arrays are shared, treat them as read-only.
 *
 * @param layer the analog layer's name
 * @param rows d, inputs of one group
 * @param gram one a group: row-major [rows, rows], symmetric
 * @param mean one a group: [rows]
 * @param patches number of patches P the moments were taken over
 * @param images number of images N
 */
public record LayerStatistics(
        String layer, int rows, List<double[]> gram, List<double[]> mean, long patches, int images) {
    public LayerStatistics {
        gram = List.copyOf(gram);
        mean = List.copyOf(mean);
    }

    public int groups() {
        return gram.size();
    }
}
