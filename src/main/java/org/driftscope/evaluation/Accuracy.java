package org.driftscope.evaluation;

/**
 * What a network scored on a set of labelled images.
 *
 * @param correct images whose highest score was their label
 * @param images images in all, at least 1
 * @param confusion [label][predicted] counts, classes x classes; images without a prediction are left out
 * @param predicted class given to each image, {@link #NO_PREDICTION} where a score was not finite; treat as read-only
 */
public record Accuracy(int correct, int images, int[][] confusion, int[] predicted) {
    /** Stands for a class where the scores held NaN or infinity; such an image counts as wrong. */
    public static final int NO_PREDICTION = -1;

    /** Standard errors above chance that a working network must be. */
    private static final double CHANCE_ERRORS = 3;
    /** Share of the way from chance to 1 below which a network is as good as guessing, however many the images. */
    private static final double CHANCE_SHARE = 0.1;
    /** Half-width of the central 99 % of a standard normal variable. */
    private static final double CHANCE_CONFIDENCE = 2.5758293035489;

    public Accuracy {
        if (images < 1 || correct < 0 || correct > images) {
            throw new IllegalArgumentException(correct + " correct of " + images + " images");
        }
    }

    /** Without the prediction of each image. */
    public Accuracy(int correct, int images, int[][] confusion) {
        this(correct, images, confusion, new int[0]);
    }

    /**
     * Counts predictions.
     *
     * @param labels true class of each image, 0 to classes - 1
     * @param predicted class given to each image, or {@link #NO_PREDICTION}
     */
    public static Accuracy of(int[] labels, int[] predicted, int classes) {
        if (labels.length != predicted.length) {
            throw new IllegalArgumentException(labels.length + " labels, " + predicted.length + " predictions");
        }
        int[][] confusion = new int[classes][classes];
        int correct = 0;
        for (int i = 0; i < labels.length; i++) {
            if (predicted[i] != NO_PREDICTION) {
                confusion[labels[i]][predicted[i]]++;
                correct += labels[i] == predicted[i] ? 1 : 0;
            }
        }
        return new Accuracy(correct, labels.length, confusion, predicted);
    }

    /** Top-1 accuracy, 0 to 1. */
    public double top1() {
        return (double) correct / images;
    }

    /** Number of classes the network tells apart. */
    public int classes() {
        return confusion.length;
    }

    /** Images for which the network gave NaN or infinity. */
    public int nonFinite() {
        int count = 0;
        for (int prediction : predicted) {
            count += prediction == NO_PREDICTION ? 1 : 0;
        }
        return count;
    }

    /** Standard error of {@link #top1()} from the number of images: sqrt(p (1-p) / n). */
    public double standardError() {
        return Math.sqrt(top1() * (1 - top1()) / images);
    }

    /** 95 % interval of the true accuracy that this number of images leaves open (Wilson's score interval). */
    public Interval wilson95() {
        return Interval.wilson(correct, images, Interval.Z95);
    }

    /**
     * Whether the network does no better than guessing, for all that these images can tell: its accuracy is at most 3
     * standard errors above 1/classes, or above it by no more than 1/classes or a tenth of what is missing to 1; and even
     * the upper end of its 99 % interval is less than half-way from chance to 1, so that a network that works is not
     * accused after a few unlucky images. The one rule for command line and window.
     */
    public boolean nearChance() {
        if (classes() < 2) {
            return false;
        }
        double chance = 1.0 / classes();
        double errors = CHANCE_ERRORS * Math.sqrt(chance * (1 - chance) / images);
        double share = Math.min(chance, CHANCE_SHARE * (1 - chance));
        double half = (1 + chance) / 2;
        return top1() <= chance + Math.max(errors, share)
                && Interval.wilson(correct, images, CHANCE_CONFIDENCE).high() < half;
    }
}
