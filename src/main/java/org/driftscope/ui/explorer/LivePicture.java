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

    /** After so long without a change the hand rests. */
    private static final Duration REST = Duration.ofMillis(150);

    /** Layers of more cells take longer than a frame to work out what wires take exactly: about 10 µs a cell. */
    private static final int QUICK_CELLS = 1024;

    private static final String ROUGHLY = "approximate wires while you drag";

    /** Drawing for less is not worth a word. */
    private static final Duration LONG = Duration.ofMillis(300);

    private final BackgroundRunner runner;
    private final LatestOnly lane;
    /** Of what takes too long to follow a hand; beside the other, so that none waits for it. */
    private final LatestOnly exact;

    private final ProblemSink problems;
    private final ReadOnlyBooleanWrapper late = new ReadOnlyBooleanWrapper(this, "late");
    private final ReadOnlyBooleanWrapper rough = new ReadOnlyBooleanWrapper(this, "rough");
    private @Nullable Cancellable soonLate;
    private final ReadOnlyObjectWrapper<@Nullable LayerPicture> look = new ReadOnlyObjectWrapper<>(this, "look");

    /** What the newest picture was made with. @param calibrated null where it shows no calibration */
    record Shown(ChipChoice chip, @Nullable Calibrated calibrated) {}

    private @Nullable Shown shown;
    private Cancellable rest = () -> {};
    private boolean resting = true;
    private int asked;

    public LivePicture(BackgroundRunner runner, ProblemSink problems) {
        this.runner = runner;
        this.lane = LatestOnly.finishing(runner);
        this.exact = LatestOnly.cancelling(runner);
        this.problems = problems;
    }

    /** The newest picture; null before the first. */
    public ReadOnlyObjectProperty<@Nullable LayerPicture> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Whether a newer picture is on its way. */
    public boolean isDrawing() {
        return !resting || lane.isBusy() || exact.isBusy();
    }

    /** Whether the picture has lagged behind for so long that it should be said. */
    ReadOnlyBooleanProperty lateProperty() {
        return late.getReadOnlyProperty();
    }

    /** Whether the picture shows roughly what wires take, and the exact one is to come. */
    ReadOnlyBooleanProperty roughProperty() {
        return rough.getReadOnlyProperty();
    }

    private void started() {
        if (soonLate == null) {
            soonLate = runner.later(LONG, () -> late.set(lane.isBusy() || exact.isBusy()));
        }
    }

    private void ended() {
        if (lane.hasWaiting() || exact.hasWaiting()) {
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
    public void request(Workspace workspace, ExplorerState state, String layerName, @Nullable Calibrated calibrated) {
        AnalogLayer layer = workspace.network().analogLayers().stream()
                .filter(candidate -> candidate.name().equals(layerName))
                .findFirst()
                .orElse(null);
        if (layer == null) {
            rest.cancel();
            exact.cancel();
            resting = true;
            rough.set(false);
            look.set(null);
            return;
        }
        boolean drifts = state.onChip().layersIn(workspace.network()).contains(layerName);
        ChipSpec own = state.chip().ofLayer(layerName, workspace.network());
        ChipSpec spec = drifts ? own : untouched(own);
        String caption = drifts ? ChipWords.briefly(spec) + ", seed " + spec.seed() : "does not drift";
        Drawing drawing = new Drawing(workspace, state, spec, layer, calibrated, ++asked);
        rest.cancel();
        exact.cancel();
        boolean wires = drifts && spec.crossbar().circuit().hasWires();
        resting = !wires || (long) layer.rows() * layer.cols() <= QUICK_CELLS;
        if (resting) {
            draw(lane, drawing, caption, bench -> bench.chipLayer(spec, layerName));
            return;
        }
        draw(lane, drawing, ROUGHLY, bench -> bench.chipLayerRoughly(spec, layerName));
        rest = runner.later(REST, () -> {
            resting = true;
            draw(exact, drawing, caption, bench -> bench.chipLayer(spec, layerName));
        });
    }

    /** What is drawn. @param number of the request */
    private record Drawing(
            Workspace workspace,
            ExplorerState state,
            ChipSpec spec,
            AnalogLayer layer,
            @Nullable Calibrated calibrated,
            int number) {}

    /** A picture that comes late from the lane for exact ones is of settings before, and not shown. */
    private void draw(LatestOnly on, Drawing drawing, String caption, Workspace.BenchWork<Chip.Layer> cells) {
        String title = "Drawing " + drawing.layer().name();
        started();
        on.submit(Job.<LayerPicture>of(
                        title,
                        (progress, cancel) -> drawing.workspace()
                                .use(bench -> look(cells.on(bench), drawing.layer(), drawing.calibrated(), caption)),
                        picture -> {
                            if (on == lane || drawing.number() == asked) {
                                shown = new Shown(drawing.state().onChip(), drawing.calibrated());
                                rough.set(caption.equals(ROUGHLY));
                                look.set(picture);
                            }
                            ended();
                        },
                        error -> {
                            ended();
                            problems.show(title, error);
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
