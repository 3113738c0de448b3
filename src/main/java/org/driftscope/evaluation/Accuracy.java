package org.driftscope.evaluation;

/**
 * What a network scored on a set of labelled images.
 *
 * @param correct images whose highest score was their label
 * @param images images in all, at least 1
 * @param confusion [label][predicted] counts, classes x classes
 */
public record Accuracy(int correct, int images, int[][] confusion) {
    /** Top-1 accuracy, 0 to 1. */
    public double top1() {
        return (double) correct / images;
    }

    /** Standard error of {@link #top1()} from the number of images: sqrt(p (1-p) / n). */
    public double standardError() {
        return Math.sqrt(top1() * (1 - top1()) / images);
    }
}
