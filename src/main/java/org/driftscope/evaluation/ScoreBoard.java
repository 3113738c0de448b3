package org.driftscope.evaluation;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSource;
import org.driftscope.support.IncompatibleShapeException;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Collects predictions of one evaluation from the scores of its batches. Batches may come in from several threads. */
final class ScoreBoard {
    private static final int FIVE = 5;

    private final ImageSource images;
    private final int[] labels;
    private final int[] predicted;
    private final AtomicInteger topFive = new AtomicInteger();
    private volatile int classes;

    ScoreBoard(ImageSource images) {
        this.images = images;
        this.labels = IntStream.range(0, images.count()).map(images::label).toArray();
        this.predicted = new int[labels.length];
    }

    /**
     * Takes down one batch.
     *
     * @param scores [rows, classes], rows beyond {@code length} are filling; not modified
     * @param first number of the batch's first image
     * @param length images in the batch
     * @throws IncompatibleShapeException if an image's label is beyond the scores
     */
    void add(INDArray scores, int first, int length) {
        float[] values;
        try (INDArray flat = scores.dup('c')) {
            values = flat.data().asFloat();
        }
        int count = Math.toIntExact(values.length / scores.size(0));
        for (int i = 0; i < length; i++) {
            requireKnown(first + i, count);
            predicted[first + i] = Scores.highest(values, i * count, count);
            if (Scores.place(values, i * count, count, labels[first + i]) < FIVE) {
                topFive.incrementAndGet();
            }
        }
        classes = count;
    }

    /** What all batches amount to. */
    Accuracy accuracy() {
        return Accuracy.of(labels, predicted, topFive.get(), classes);
    }

    private void requireKnown(int image, int count) {
        if (labels[image] >= count) {
            throw new IncompatibleShapeException("Image " + (image + 1) + " of " + images.name() + " has label "
                    + labels[image] + ", but the model gives only " + count
                    + " scores. Give the data set that the model was trained for, or check the labels.");
        }
    }
}
