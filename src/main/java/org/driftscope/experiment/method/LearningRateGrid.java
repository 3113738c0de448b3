package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.cost.Quantity;
import org.driftscope.support.Percent;
import org.driftscope.support.Progress;

/**
 * The best result among several learning rates. It is chosen on the evaluation images, which favours the baselines that
 * need such a choice; the note says so.
 */
public final class LearningRateGrid {
    private static final int FEW_IMAGES = 100;
    private static final int FEW_STEPS = 55;
    private static final int MANY_STEPS = 120;

    private LearningRateGrid() {}

    /** The best of a grid. @param note what each rate gave */
    record Best<T>(T result, String note) {}

    /** The rates that are tried where the settings name none; empty for methods that do not train. */
    public static List<Double> rates(Method method) {
        return TrialMethod.of(method).rates(method);
    }

    /** Steps of a training: those asked for, else by the number of images. */
    public static int steps(MethodSettings settings, int images) {
        return settings.steps() > 0 ? settings.steps() : usualSteps(images);
    }

    /** Steps of a training where none are asked for. */
    public static int usualSteps(int images) {
        return images <= FEW_IMAGES ? FEW_STEPS : MANY_STEPS;
    }

    /** Trains at a rate. */
    @FunctionalInterface
    interface Training<T> {
        T at(double rate, Progress progress);
    }

    /**
     * @param train gives the result of a rate
     * @param score top-1 of a result, 0 to 1
     * @param progress of all trainings together
     */
    static <T> Best<T> search(CalibrationSpec spec, Training<T> train, ToDoubleFunction<T> score, Progress progress) {
        double asked = spec.settings().learningRate();
        if (asked > 0) {
            return new Best<>(train.at(asked, progress), "Learning rate " + asked + ".");
        }
        List<Double> grid = rates(spec.method());
        T best = train.at(grid.get(0), part(progress, grid, 0));
        double bestScore = score.applyAsDouble(best);
        double bestRate = grid.get(0);
        List<String> seen = new ArrayList<>(List.of(words(bestRate, bestScore)));
        for (int i = 1; i < grid.size(); i++) {
            double rate = grid.get(i);
            T result = train.at(rate, part(progress, grid, i));
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
                "Learning rates tried: %s; %s was taken, the best on the evaluation images, which favours this method.",
                String.join(", ", seen),
                Quantity.scientific(bestRate));
        return new Best<>(best, note);
    }

    private static Progress part(Progress whole, List<Double> grid, int index) {
        String name = String.format(
                Locale.ROOT,
                "Learning rate %s (%d of %d)",
                Quantity.scientific(grid.get(index)),
                index + 1,
                grid.size());
        return (stage, done, total) -> whole.report(name + ": " + stage, index * total + done, grid.size() * total);
    }

    private static String words(double rate, double accuracy) {
        return String.format(Locale.ROOT, "%s gave %s %%", Quantity.scientific(rate), Percent.text(accuracy));
    }
}
