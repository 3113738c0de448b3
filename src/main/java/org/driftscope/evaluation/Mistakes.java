package org.driftscope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which class was taken for which. Holds what happened only, not a number for every two classes: a thousand classes would
 * have a million.
 *
 * @param images of each class
 * @param right of them, whose class was found
 * @param pairs what was taken for what, the most frequent first, then the largest share, then by class
 */
public record Mistakes(int[] images, int[] right, List<Pair> pairs) {
    /**
     * Images of one class that were taken for another.
     *
     * @param label their class
     * @param answer what they were taken for
     * @param count how many
     * @param share of the images of their class, 0 to 1
     */
    public record Pair(int label, int answer, int count, double share) {}

    public Mistakes {
        pairs = List.copyOf(pairs);
    }

    /** @param predicted class given to each image; {@link Accuracy#NO_PREDICTION} is a mistake without a pair */
    public static Mistakes of(int[] labels, int[] predicted, int classes) {
        int[] images = new int[classes];
        int[] right = new int[classes];
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            images[labels[i]]++;
            if (predicted[i] == labels[i]) {
                right[labels[i]]++;
            } else if (predicted[i] != Accuracy.NO_PREDICTION) {
                counts.merge((long) labels[i] * classes + predicted[i], 1, Integer::sum);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        counts.forEach((key, count) -> {
            int label = (int) (key / classes);
            pairs.add(new Pair(label, (int) (key % classes), count, (double) count / images[label]));
        });
        pairs.sort(Comparator.comparingInt(Pair::count)
                .thenComparingDouble(Pair::share)
                .reversed()
                .thenComparingInt(Pair::label)
                .thenComparingInt(Pair::answer));
        return new Mistakes(images, right, pairs);
    }

    /** Number of classes. */
    public int classes() {
        return images.length;
    }

    /** Images of all classes. */
    public int total() {
        return Arrays.stream(images).sum();
    }

    /** Counts of every two classes, [label][answer]; for few classes only. */
    public int[][] matrix() {
        int[][] counts = new int[classes()][classes()];
        for (int c = 0; c < counts.length; c++) {
            counts[c][c] = right[c];
        }
        pairs.forEach(pair -> counts[pair.label()][pair.answer()] = pair.count());
        return counts;
    }
}
