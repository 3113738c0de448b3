package org.driftscope.experiment.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.cost.Quantity;
import org.driftscope.data.CalibrationSampling;
import org.driftscope.data.ImageSource;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.support.Percent;
import org.driftscope.support.Progress;

/**
 * The best result among several learning rates, chosen on labelled calibration images that the training did not see; never on
 * the evaluation images.
 */
public final class LearningRateGrid {
    /** Held back to choose by. */
    private static final int HELD_BACK = 200;

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

    /** What scores a result on some images: network and changes to its layers. */
    @FunctionalInterface
    interface Scored<T> {
        Accuracy on(ImageSource images, T result);
    }

    /**
     * @param train gives the result of a rate
     * @param score of a result
     * @param progress of all trainings together
     */
    static <T> Best<T> search(Trial trial, Training<T> train, Scored<T> score, Progress progress) {
        CalibrationSpec spec = trial.calibration();
        double asked = spec.settings().learningRate();
        if (asked > 0) {
            return new Best<>(train.at(asked, progress), "Learning rate " + asked + ".");
        }
        List<Double> grid = rates(spec.method());
        Optional<ImageSource> heldBack = CalibrationSampling.heldBack(
                trial.bench().calibrationImages(), spec.samples(), HELD_BACK, trial.random());
        if (heldBack.isEmpty()) {
            double middle = grid.get(grid.size() / 2);
            String note = "Too few calibration images are left to choose a learning rate by: "
                    + Quantity.scientific(middle) + " was taken, the middle of "
                    + grid.stream().map(Quantity::scientific).collect(Collectors.joining(", ")) + ".";
            return new Best<>(train.at(middle, progress), note);
        }
        return best(grid, train, result -> score.on(heldBack.get(), result), progress);
    }

    private static <T> Best<T> best(
            List<Double> grid, Training<T> train, Function<T, Accuracy> score, Progress progress) {
        T best = train.at(grid.get(0), part(progress, grid, 0));
        Accuracy bestScore = score.apply(best);
        double bestRate = grid.get(0);
        List<String> seen = new ArrayList<>(List.of(words(bestRate, bestScore)));
        for (int i = 1; i < grid.size(); i++) {
            double rate = grid.get(i);
            T result = train.at(rate, part(progress, grid, i));
            Accuracy accuracy = score.apply(result);
            seen.add(words(rate, accuracy));
            if (accuracy.correct() > bestScore.correct()) {
                best = result;
                bestScore = accuracy;
                bestRate = rate;
            }
        }
        String note = String.format(
                Locale.ROOT,
                "Learning rates tried: %s; %s was taken, the best on %d labelled calibration images that were held back.",
                String.join(", ", seen),
                Quantity.scientific(bestRate),
                bestScore.images());
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

    private static String words(double rate, Accuracy accuracy) {
        return String.format(Locale.ROOT, "%s gave %s %%", Quantity.scientific(rate), Percent.text(accuracy.top1()));
    }
}
