package org.driftscope.ui.explorer;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.Method;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.layers.LayerError;
import org.driftscope.ui.layers.LayersViewModel;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Feature error of every layer after drift, before anyone calibrates: which layers are worth it. */
final class LayerSurvey {
    private final LayersViewModel layers;
    private final LatestOnly lane;
    private final ProblemSink problems;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    private @Nullable Surveyed surveyed;

    /** What the errors were measured with. @param fit whose error before it they are */
    record Surveyed(Workspace open, ChipChoice chip, CalibrationSpec fit) {}

    LayerSurvey(LayersViewModel layers, BackgroundRunner runner, ProblemSink problems) {
        this.layers = layers;
        this.lane = LatestOnly.cancelling(runner);
        this.problems = problems;
    }

    /**
     * Measures the layers of a chip, unless that was done, and shows their errors.
     *
     * @param samples calibration images the error is taken over
     * @param then runs when they are shown
     */
    void request(Workspace workspace, DriftReading reading, int samples, Runnable then) {
        CalibrationSpec cheapest = fit(workspace, samples);
        Surveyed wanted = new Surveyed(workspace, reading.asked(), cheapest);
        if (wanted.equals(surveyed)) {
            return;
        }
        Chip chip = reading.chip();
        long seed = reading.asked().spec().seed();
        busy.set(true);
        lane.submit(Job.<Map<String, LayerError>>of(
                        "Feature error by layer",
                        (progress, cancel) ->
                                workspace.use(bench -> before(bench, chip, cheapest, seed, progress, cancel)),
                        errors -> {
                            surveyed = wanted;
                            layers.showErrors(errors);
                            then.run();
                            idle();
                        },
                        error -> {
                            idle();
                            problems.show("Measuring the layers", error);
                        })
                .onCancelled(this::idle));
    }

    /** Of the errors that are shown; null before the first. */
    @Nullable
    Surveyed surveyed() {
        return surveyed;
    }

    /** Says of the errors that are shown whether they are of another chip than is set. */
    void mark(ChipChoice set) {
        layers.markErrors(surveyed == null || !surveyed.chip().equals(set));
    }

    /** Those that are shown are of a chip that is gone; others come. */
    void outdate() {
        surveyed = null;
        layers.forgetErrors();
    }

    /** Another network is open. */
    void forget() {
        lane.cancel();
        surveyed = null;
    }

    private void idle() {
        busy.set(lane.hasWaiting());
    }

    /** Whether errors are on their way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The draw of images, and what counts of them: the errors are those before such a fit, which is not made. */
    static CalibrationSpec fit(Workspace workspace, int samples) {
        return new CalibrationSpec(
                Method.LORA,
                1,
                MagnitudeRule.MSE,
                false,
                SolverKind.CLOSED_FORM,
                Math.min(samples, workspace.calibrationCount()));
    }

    /** Layers that stay clean are right whatever the others do, since each is measured on clean inputs. */
    private static Map<String, LayerError> before(
            Workbench bench, Chip chip, CalibrationSpec spec, long seed, Progress progress, CancelToken cancel) {
        Map<String, LayerError> errors = new HashMap<>();
        bench.network().analogLayers().forEach(layer -> errors.put(layer.name(), LayerError.NONE));
        bench.calibrations()
                .damage(chip, spec, seed, progress, cancel)
                .forEach((name, layer) ->
                        errors.put(name, new LayerError(layer.error(), Double.NaN, layer.outputVariance())));
        return errors;
    }
}
