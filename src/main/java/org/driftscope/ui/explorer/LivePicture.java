package org.driftscope.ui.explorer;

import java.time.Duration;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.network.AnalogLayer;
import org.driftscope.ui.explorer.words.ChipWords;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.driftscope.ui.layers.LayerError;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.BackgroundRunner.Cancellable;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The selected layer's cells, recomputed whenever the device, the drift or the layer changes. */
public final class LivePicture {
    private static final double ALL_WEIGHTS = 100;

    /** Drawing for less is not worth a word. */
    private static final Duration LONG = Duration.ofMillis(300);

    private final BackgroundRunner runner;
    private final LatestOnly lane;
    private final ProblemSink problems;
    private final ReadOnlyBooleanWrapper late = new ReadOnlyBooleanWrapper(this, "late");
    private @Nullable Cancellable soonLate;
    private final ReadOnlyObjectWrapper<@Nullable LayerPicture> look = new ReadOnlyObjectWrapper<>(this, "look");

    /** What the newest picture was made with. @param calibrated null where it shows no calibration */
    record Shown(ChipChoice chip, @Nullable Calibrated calibrated) {}

    private @Nullable Shown shown;

    LivePicture(BackgroundRunner runner, ProblemSink problems) {
        this.runner = runner;
        this.lane = LatestOnly.finishing(runner);
        this.problems = problems;
    }

    /** The newest picture; null before the first. */
    public ReadOnlyObjectProperty<@Nullable LayerPicture> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Whether a newer picture is on its way. */
    public boolean isDrawing() {
        return lane.isBusy();
    }

    /** Whether the picture has lagged behind for so long that it should be said. */
    ReadOnlyBooleanProperty lateProperty() {
        return late.getReadOnlyProperty();
    }

    private void started() {
        if (soonLate == null) {
            soonLate = runner.later(LONG, () -> late.set(lane.isBusy()));
        }
    }

    private void ended() {
        if (lane.hasWaiting()) {
            return;
        }
        if (soonLate != null) {
            soonLate.cancel();
            soonLate = null;
        }
        late.set(false);
    }

    /** What the newest picture was made with; null before the first. */
    @Nullable
    Shown shown() {
        return shown;
    }

    /**
     * Asks for a picture.
     *
     * @param layerName may be ""
     * @param calibrated where there is a calibration that belongs to the state
     */
    void request(Workspace workspace, ExplorerState state, String layerName, @Nullable Calibrated calibrated) {
        AnalogLayer layer = workspace.network().analogLayers().stream()
                .filter(candidate -> candidate.name().equals(layerName))
                .findFirst()
                .orElse(null);
        if (layer == null) {
            look.set(null);
            return;
        }
        boolean drifts = state.onChip().layersIn(workspace.network()).contains(layerName);
        ChipSpec own = state.chip().ofLayer(layerName, workspace.network());
        ChipSpec spec = drifts ? own : untouched(own);
        String caption = drifts ? ChipWords.briefly(spec) + ", seed " + spec.seed() : "does not drift";
        started();
        lane.submit(Job.<LayerPicture>of(
                        "Drawing " + layerName,
                        (progress, cancel) -> workspace.use(
                                bench -> look(bench.chipLayer(spec, layerName), layer, calibrated, caption)),
                        picture -> {
                            shown = new Shown(state.onChip(), calibrated);
                            look.set(picture);
                            ended();
                        },
                        error -> {
                            ended();
                            problems.show("Drawing " + layerName, error);
                        })
                .onCancelled(this::ended));
    }

    /** What a layer that stays clean would look like in cells: its weights, exactly. */
    private static ChipSpec untouched(ChipSpec chip) {
        CrossbarSpec exact = chip.crossbar()
                .withLevels(0)
                .withClipPercentile(ALL_WEIGHTS)
                .withProgrammingError(chip.crossbar().programmingError().withAmount(0))
                .withCircuit(CircuitSpec.ideal());
        return chip.withCrossbar(exact).withDrift(new RelativeGaussianDrift(0));
    }

    private static LayerPicture look(
            Chip.Layer onChip, AnalogLayer layer, @Nullable Calibrated calibrated, String caption) {
        WeightMatrix corrected = calibrated == null ? null : calibrated.weights(layer.name(), onChip.weights());
        return LayerPicture.of(layer, onChip, corrected, caption, achieved(layer.name(), calibrated));
    }

    /** Why a map of what is left may look as strong as before: the output counts. */
    private static String achieved(String layer, @Nullable Calibrated calibrated) {
        LayerError error = calibrated == null ? null : calibrated.errors().get(layer);
        return error == null
                ? ""
                : String.format(
                        Locale.US,
                        "Feature error %.3g %% \u2192 %.3g %%. Outputs are made right, not each weight: a residual stays.",
                        100 * error.relativeBefore(),
                        100 * error.relativeAfter());
    }
}
