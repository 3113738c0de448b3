package org.driftscope.evaluation;

import java.util.Arrays;

/**
 * Two networks on the same labelled images. Images that both have right, or both wrong, say nothing of their difference, so that
 * far fewer images tell them apart than two accuracies of their own would.
 *
 * @param gained images that the second alone has right
 * @param lost images that the first alone has right
 * @param images in all, at least 1
 */
public record PairedImages(int gained, int lost, int images) {
    public PairedImages {
        if (images < 1 || gained < 0 || lost < 0 || gained + lost > images) {
            throw new IllegalArgumentException(gained + " gained and " + lost + " lost of " + images + " images");
        }
    }

    /**
     * Counts them.
     *
     * @throws IllegalArgumentException if they were not scored on the same images, or either without its predictions
     */
    public static PairedImages of(Accuracy first, Accuracy second) {
        if (first.labels().length != first.images() || !Arrays.equals(first.labels(), second.labels())) {
            throw new IllegalArgumentException("not scored on the same images");
        }
        int gained = 0;
        int lost = 0;
        for (int i = 0; i < first.images(); i++) {
            boolean before = first.predicted()[i] == first.labels()[i];
            boolean after = second.predicted()[i] == second.labels()[i];
            gained += after && !before ? 1 : 0;
            lost += before && !after ? 1 : 0;
        }
        return new PairedImages(gained, lost, first.images());
    }

    /** Accuracy of the second less that of the first, -1 to 1. */
    public double difference() {
        return (double) (gained - lost) / images;
    }

    /**
     * The 95 % interval of the difference over images such as these: Wald's, after half an image was added to each of the four
     * counts (both right, both wrong, gained, lost), which is right for few images, too.
     *
     * <p>Source: Agresti and Min, Statistics in Medicine 24, 2005, p. 729.
     */
    public Interval interval95() {
        double all = images + 2;
        double net = gained - lost;
        double half = Interval.Z95 * Math.sqrt(gained + lost + 1 - net * net / all) / all;
        return new Interval(Math.max(-1, net / all - half), Math.min(1, net / all + half));
    }

    /** Whether the interval leaves 0 out. */
    public boolean isClear() {
        return interval95().low() > 0 || interval95().high() < 0;
    }
}
