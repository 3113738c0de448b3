package org.driftscope.calibration.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.driftscope.support.DriftscopeException;
import org.jspecify.annotations.Nullable;

/**
 * All a solver needs to know of the images: second moments and means of a layer's input patches x (METHOD: G = E[x x^T],
 * mu = E[x]). One pair a group. Arrays are shared, treat them as read-only.
 *
 * @param layer the analog layer's name
 * @param rows d, inputs of one group
 * @param moments one a group
 * @param patches number of patches P the moments were taken over
 * @param images number of images N
 */
public record LayerStatistics(String layer, int rows, List<InputMoments> moments, long patches, int images) {
    public LayerStatistics {
        moments = List.copyOf(moments);
    }

    /**
     * Of moments kept whole.
     *
     * @param gram one a group: row-major [rows, rows], symmetric
     * @param mean one a group: [rows]
     */
    public LayerStatistics(String layer, int rows, List<double[]> gram, List<double[]> mean, long patches, int images) {
        this(layer, rows, dense(gram, mean), patches, images);
    }

    private static List<InputMoments> dense(List<double[]> gram, List<double[]> mean) {
        List<InputMoments> moments = new ArrayList<>();
        for (int group = 0; group < gram.size(); group++) {
            moments.add(new DenseMoments(gram.get(group), mean.get(group)));
        }
        return moments;
    }

    /**
     * These statistics, if they are numbers: every infinity or NaN of a patch is one in the mean or the diagonal.
     *
     * @throws DriftscopeException if they are not
     */
    LayerStatistics requireFinite() {
        for (InputMoments group : moments) {
            double sum = group.trace() + DoubleStream.of(group.mean()).sum();
            if (!Double.isFinite(sum)) {
                throw notFinite(null);
            }
        }
        return this;
    }

    /** What to throw where they are not finite. @param cause how it was found */
    public DriftscopeException notFinite(@Nullable ArithmeticException cause) {
        return new DriftscopeException(
                "The statistics of layer " + layer
                        + " are not finite, so it cannot be calibrated; check preprocessing and images.",
                cause);
    }

    public int groups() {
        return moments.size();
    }

    /** G of every group, row-major [rows, rows]; new arrays where they are not kept so. */
    public List<double[]> gram() {
        return moments.stream().map(InputMoments::gram).toList();
    }

    /** mu of every group. */
    public List<double[]> mean() {
        return moments.stream().map(InputMoments::mean).toList();
    }
}
