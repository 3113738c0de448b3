package org.driftscope.ui.explorer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.Method;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.Chip;
import org.driftscope.network.Network;
import org.driftscope.ui.layers.LayerError;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.Workspace;

/** Feature error of every layer after drift, before anyone calibrates: which layers are worth it. */
final class LayerSurvey {
    private final LatestOnly lane;
    private final ProblemSink problems;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    LayerSurvey(BackgroundRunner runner, ProblemSink problems) {
        this.lane = LatestOnly.cancelling(runner);
        this.problems = problems;
    }

    /**
     * @param samples calibration images the error is taken over
     * @param publish errors after drift by layer's name, on the JavaFX thread
     */
    void request(Workspace workspace, DriftReading reading, int samples, Consumer<Map<String, LayerError>> publish) {
        Chip chip = reading.chip();
        long seed = reading.asked().spec().seed();
        CalibrationSpec cheapest = fit(workspace, samples);
        Set<String> all = chip.layers().keySet();
        busy.set(true);
        lane.submit(Job.<CalibratedChip>of(
                        "Feature error by layer",
                        (progress, cancel) ->
                                workspace.use(bench -> bench.calibrate(chip, cheapest, all, seed, progress, cancel)
                                        .solve(1, (layer, result) -> {}, progress, cancel)),
                        fitted -> {
                            publish.accept(before(fitted, workspace.network()));
                            idle();
                        },
                        error -> {
                            idle();
                            problems.show("Measuring the layers", error);
                        })
                .onCancelled(this::idle));
    }

    private void idle() {
        busy.set(lane.hasWaiting());
    }

    /** Whether errors are on their way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The cheapest fit there is: only its error before the fit is wanted. */
    static CalibrationSpec fit(Workspace workspace, int samples) {
        return new CalibrationSpec(
                Method.LORA,
                1,
                MagnitudeRule.MSE,
                false,
                SolverKind.CLOSED_FORM,
                Math.min(samples, workspace.calibrationCount()));
    }

    void stop() {
        lane.cancel();
    }

    /** Layers that stay clean are right whatever the others do, since each is measured on clean inputs. */
    private static Map<String, LayerError> before(CalibratedChip fitted, Network network) {
        Map<String, LayerError> errors = new HashMap<>();
        network.analogLayers().forEach(layer -> errors.put(layer.name(), LayerError.NONE));
        fitted.layers()
                .forEach((name, layer) ->
                        errors.put(name, new LayerError(layer.errorBefore(), Double.NaN, layer.outputVariance())));
        return errors;
    }
}
