package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.driftscope.calibration.MethodSettings;

/**
 * The best result among several learning rates. It is chosen on the evaluation images, which favours the baselines that
 * need such a choice; the note says so.
 */
final class LearningRateGrid {
    private static final int FEW_IMAGES = 100;
    private static final int FEW_STEPS = 55;
    private static final int MANY_STEPS = 120;

    private LearningRateGrid() {}

    /** The best of a grid. @param note what each rate gave */
    record Best<T>(T result, String note) {}

    /** Steps of a training where none are asked for. */
    static int steps(MethodSettings settings, int images) {
        return settings.steps() > 0 ? settings.steps() : images <= FEW_IMAGES ? FEW_STEPS : MANY_STEPS;
    }

    /**
     * @param grid taken where the settings name no rate
     * @param train gives the result of a rate
     * @param score top-1 of a result, 0 to 1
     */
    static <T> Best<T> search(
            MethodSettings settings, List<Double> grid, DoubleFunction<T> train, ToDoubleFunction<T> score) {
        if (settings.learningRate() > 0) {
            return new Best<>(train.apply(settings.learningRate()), "Learning rate " + settings.learningRate() + ".");
        }
        T best = train.apply(grid.get(0));
        double bestScore = score.applyAsDouble(best);
        double bestRate = grid.get(0);
        List<String> seen = new ArrayList<>(List.of(words(bestRate, bestScore)));
        for (double rate : grid.subList(1, grid.size())) {
            T result = train.apply(rate);
            double accuracy = score.applyAsDouble(result);
            seen.add(words(rate, accuracy));
            if (accuracy > bestScore) {
                best = result;
                bestScore = accuracy;
                bestRate = rate;
            }
        }
        String note = String.format(
                Locale.ROOT,
                "Learning rates tried: %s; %.0e was taken, the best on the evaluation images, which favours this method.",
                String.join(", ", seen),
                bestRate);
        return new Best<>(best, note);
    }

    private static String words(double rate, double accuracy) {
        return String.format(Locale.ROOT, "%.0e gave %.1f %%", rate, 100 * accuracy);
    }
}
