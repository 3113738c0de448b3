package org.driftscope.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network scored on a set of labelled images. Takes eight bytes an image, whatever the number of classes.
 *
 * @param correct images whose highest score was their label
 * @param topFive images whose label was among the five highest scores
 * @param images images in all, at least 1
 * @param classes number of classes the network tells apart
 * @param labels true class of each image; treat as read-only
 * @param predicted class given to each image, {@link #NO_PREDICTION} where a score was not finite; treat as read-only
 */
public record Accuracy(int correct, int topFive, int images, int classes, int[] labels, int[] predicted) {
    /** Stands for a class where the scores held NaN or infinity; such an image counts as wrong. */
    public static final int NO_PREDICTION = -1;

    /** Standard errors above chance that a working network must be. */
    private static final double CHANCE_ERRORS = 3;
    /** Share of the way from chance to 1 below which a network is as good as guessing, however many the images. */
    private static final double CHANCE_SHARE = 0.1;
    /** Half-width of the central 99 % of a standard normal variable. */
    private static final double CHANCE_CONFIDENCE = 2.5758293035489;

    /** Right or wrong images below which the normal approximation is not to be used. */
    private static final int FEW = 5;

    public Accuracy {
        if (images < 1 || correct < 0 || correct > topFive || topFive > images) {
            throw new IllegalArgumentException(
                    correct + " correct and " + topFive + " among the first five of " + images + " images");
        }
        if (labels.length != predicted.length) {
            throw new IllegalArgumentException(labels.length + " labels, " + predicted.length + " predictions");
        }
    }

    /** Without the label and prediction of each image; none but the right ones are among the first five. */
    public Accuracy(int correct, int images, int classes) {
        this(correct, correct, images, classes, new int[0], new int[0]);
    }

    /**
     * Counts predictions.
     *
     * @param labels true class of each image, 0 to classes - 1
     * @param predicted class given to each image, or {@link #NO_PREDICTION}
     * @param topFive images whose label was among the five highest scores
     */
    public static Accuracy of(int[] labels, int[] predicted, int topFive, int classes) {
        int correct = (int) IntStream.range(0, labels.length)
                .filter(i -> predicted[i] == labels[i])
                .count();
        return new Accuracy(correct, topFive, labels.length, classes, labels, predicted);
    }

    /** What was scored in parts, as one; images in the order of the parts. */
    public static Accuracy merged(List<Accuracy> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : new Accuracy(
                        parts.stream().mapToInt(Accuracy::correct).sum(),
                        parts.stream().mapToInt(Accuracy::topFive).sum(),
                        parts.stream().mapToInt(Accuracy::images).sum(),
                        parts.get(0).classes(),
                        parts.stream()
                                .flatMapToInt(part -> IntStream.of(part.labels))
                                .toArray(),
                        parts.stream()
                                .flatMapToInt(part -> IntStream.of(part.predicted))
                                .toArray());
    }

    /** Of the first images alone, in the order in which they were scored; which of them are among the first five is not told. */
    public Accuracy first(int count) {
        if (count == images) {
            return this;
        }
        int right = (int)
                IntStream.range(0, count).filter(i -> predicted[i] == labels[i]).count();
        return new Accuracy(right, count, classes);
    }

    /** Which class was taken for which. */
    public Mistakes mistakes() {
        return Mistakes.of(labels, predicted, classes);
    }

    /** Top-1 accuracy, 0 to 1. */
    public double top1() {
        return (double) correct / images;
    }

    /** Share of images whose label was among the five highest scores, 0 to 1. */
    public double top5() {
        return (double) topFive / images;
    }

    /** Images for which the network gave NaN or infinity. */
    public int nonFinite() {
        int count = 0;
        for (int prediction : predicted) {
            count += prediction == NO_PREDICTION ? 1 : 0;
        }
        return count;
    }

    /** Standard error of {@link #top1()}, see {@link #standardError(double, int)}. */
    public double standardError() {
        return standardError(top1(), images);
    }

    /**
     * Standard error of a share of images: sqrt(p (1-p) / n). Where fewer than {@value #FEW} images are right, or wrong, that
     * says too little, and nothing at all at 0 or 1: there it is half of Wilson's 95 % interval over 1.96, see
     * {@link Interval#wilson}. The one rule for command line, window and figures.
     *
     * @param share right ones, 0 to 1
     * @param images at least 1
     */
    public static double standardError(double share, int images) {
        int right = (int) Math.round(share * images);
        if (Math.min(right, images - right) >= FEW) {
            return Math.sqrt(share * (1 - share) / images);
        }
        return Interval.wilsonHalf(right, images, Interval.Z95) / Interval.Z95;
    }

    /**
     * Whether the network does no better than guessing, for all that these images can tell: its accuracy is at most 3
     * standard errors above 1/classes, or above it by no more than 1/classes or a tenth of what is missing to 1; and even
     * the upper end of its 99 % interval is less than half-way from chance to 1, so that a network that works is not
     * accused after a few unlucky images. The one rule for command line and window.
     */
    public boolean nearChance() {
        if (classes < 2) {
            return false;
        }
        double chance = 1.0 / classes;
        double errors = CHANCE_ERRORS * Math.sqrt(chance * (1 - chance) / images);
        double share = Math.min(chance, CHANCE_SHARE * (1 - chance));
        double half = (1 + chance) / 2;
        return top1() <= chance + Math.max(errors, share)
                && Interval.wilson(correct, images, CHANCE_CONFIDENCE).high() < half;
    }
}
