package org.driftscope.ui.explorer.words;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.calibration.spec.Method;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.LayerCounts;
import org.driftscope.ui.workspace.ScoredSoFar;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The strip's numbers and the sentence that explains them, derived from the readings. */
public final class KeyFigures {
    private final ReadOnlyObjectWrapper<KeyFigure> clean = figure("clean");
    private final ReadOnlyObjectWrapper<KeyFigure> drifted = figure("drifted");
    private final ReadOnlyObjectWrapper<KeyFigure> calibrated = figure("calibrated");
    private final ReadOnlyObjectWrapper<KeyFigure> recovered = figure("recovered");
    private final ReadOnlyObjectWrapper<KeyFigure> parameters = figure("parameters");
    private final ReadOnlyObjectWrapper<KeyFigure> writes = figure("writes");
    private final ReadOnlyObjectWrapper<Explanation> explanation =
            new ReadOnlyObjectWrapper<>(this, "explanation", new Explanation("Opening a network …", false));

    private ReadOnlyObjectWrapper<KeyFigure> figure(String name) {
        return new ReadOnlyObjectWrapper<>(this, name, KeyFigure.UNKNOWN);
    }

    /**
     * @param reading the newest, which may lag behind the state
     * @param soFar what is known of a newer one
     * @param result belongs to the state; null where there is none
     * @param reads how the accuracies differ from read to read
     * @param known a point that belongs to the state, where the result itself is no longer at hand; null for none
     */
    public void show(
            Workspace workspace,
            ExplorerState state,
            @Nullable Accuracy cleanAccuracy,
            @Nullable DriftReading reading,
            ScoredSoFar soFar,
            ReadSpreads reads,
            @Nullable Calibrated result,
            @Nullable CalibrationPoint known) {
        DriftReading current = reading != null && reading.asked().equals(state.onChip()) ? reading : null;
        int images = workspace.evaluationCount();
        Accuracy cleanPart = cleanAccuracy == null ? soFar.clean() : null;
        Accuracy driftedPart = current == null ? soFar.driftedOn(state.onChip()) : null;
        boolean line = workspace.scoresInParts() || KeyFigure.hasTopFive(workspace.classes());
        boolean noisy = state.chip().hasReadNoise() && !workspace.scoresInParts();
        clean.set((cleanPart == null ? KeyFigure.accuracy(cleanAccuracy) : KeyFigure.soFar(cleanPart)).withLine(line));
        drifted.set(drifted(reading, current, driftedPart)
                .withReads(current == null ? null : reads.drifted())
                .withLine(noisy));
        if (result != null) {
            show(result);
            calibrated.set(calibrated.get().withReads(reads.calibrated()).withLine(noisy));
        } else if (known != null) {
            show(known);
        } else {
            calibrated.set(KeyFigure.UNKNOWN);
            recovered.set(KeyFigure.UNKNOWN);
            parameters.set(KeyFigure.UNKNOWN);
            writes.set(KeyFigure.UNKNOWN);
        }
        LayerCounts layers = LayerCounts.of(workspace.network(), state);
        if (!workspace.hasImages()) {
            explanation.set(Explanation.withoutImages());
            return;
        }
        Accuracy cleanKnown = cleanAccuracy == null ? cleanPart : cleanAccuracy;
        if (driftedPart != null && cleanKnown != null) {
            explanation.set(Explanation.soFar(state, layers, cleanKnown, driftedPart, images));
            return;
        }
        explanation.set(
                result == null && known != null && current != null && cleanAccuracy != null
                        ? Explanation.ofPoint(state, layers, cleanAccuracy, current, known)
                        : Explanation.of(state, layers, cleanAccuracy, current, result));
    }

    private static KeyFigure drifted(
            @Nullable DriftReading newest, @Nullable DriftReading current, @Nullable Accuracy part) {
        if (part != null) {
            return KeyFigure.soFar(part);
        }
        if (newest == null) {
            return KeyFigure.UNKNOWN;
        }
        KeyFigure figure = KeyFigure.accuracy(newest.accuracy());
        return current == null ? figure.ofBefore() : figure;
    }

    private void show(Calibrated result) {
        calibrated.set(KeyFigure.accuracy(result.accuracy()));
        recovered.set(KeyFigure.recovered(result.recovered()));
        parameters.set(KeyFigure.percent(result.outcome().result().updatedPercent()));
        writes.set(KeyFigure.count(result.outcome().result().rramWrites()));
    }

    /** A point does not say how many cells were written, where its method writes any. */
    private void show(CalibrationPoint known) {
        calibrated.set(KeyFigure.accuracy(known.calibrated()));
        recovered.set(KeyFigure.recovered(
                known.recovered().isPresent() ? known.recovered().getAsDouble() : null));
        parameters.set(KeyFigure.percent(known.percent()));
        boolean writes = known.calibration().method().is(Method.Trait.REWRITES);
        this.writes.set(writes ? KeyFigure.UNKNOWN : KeyFigure.count(0));
    }

    public ReadOnlyObjectProperty<KeyFigure> cleanProperty() {
        return clean.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<KeyFigure> driftedProperty() {
        return drifted.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<KeyFigure> calibratedProperty() {
        return calibrated.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<KeyFigure> recoveredProperty() {
        return recovered.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<KeyFigure> parametersProperty() {
        return parameters.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<KeyFigure> writesProperty() {
        return writes.getReadOnlyProperty();
    }

    /** The sentence under the figures. */
    public ReadOnlyObjectProperty<Explanation> explanationProperty() {
        return explanation.getReadOnlyProperty();
    }
}
