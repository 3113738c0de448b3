package org.driftscope.ui.charts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.RangedCost;
import org.jspecify.annotations.Nullable;

/** What the charts show. Written by the owner of the state; the panel itself changes only how it looks at it. */
public final class ChartsViewModel {
    private final ObservableList<RecoveryPoint> points = FXCollections.observableArrayList();
    private final DoubleProperty clean = new SimpleDoubleProperty(this, "clean", Double.NaN);
    private final DoubleProperty drifted = new SimpleDoubleProperty(this, "drifted", Double.NaN);
    private final BooleanProperty paretoFront = new SimpleBooleanProperty(this, "paretoFront");
    private final StringProperty noEffect = new SimpleStringProperty(this, "noEffect", "");
    private final ObservableList<DriftSweepPoint> driftSweep = FXCollections.observableArrayList();
    private final StringProperty sweptMethod = new SimpleStringProperty(this, "sweptMethod", "calibrated");
    private final BooleanProperty sweepRunning = new SimpleBooleanProperty(this, "sweepRunning");
    private final DoubleProperty sweepProgress = new SimpleDoubleProperty(this, "sweepProgress", -1);
    private final StringProperty layerNote = new SimpleStringProperty(this, "layerNote", "");
    private final ObservableList<LayerError> layerErrors = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Confusions> confusions = new SimpleObjectProperty<>(this, "confusions");
    private final ObjectProperty<Confusions.State> confusionState =
            new SimpleObjectProperty<>(this, "confusionState", Confusions.State.DRIFTED);
    private final ObservableList<RangedCost> costs = FXCollections.observableArrayList();
    private final ObjectProperty<CostAssumptions> assumptions =
            new SimpleObjectProperty<>(this, "assumptions", CostAssumptions.defaults());
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final DoubleProperty textScale = new SimpleDoubleProperty(this, "textScale", 1);

    /** The device figures that the costs rest on; the panel edits them. */
    public ObjectProperty<CostAssumptions> assumptionsProperty() {
        return assumptions;
    }

    /** The recovery chart's points, oldest first. */
    public ObservableList<RecoveryPoint> points() {
        return points;
    }

    /** Top-1 of the clean network, 0 to 1; NaN while it is not known. */
    public DoubleProperty cleanProperty() {
        return clean;
    }

    /** Top-1 after drift, 0 to 1; NaN while it is not known. */
    public DoubleProperty driftedProperty() {
        return drifted;
    }

    public BooleanProperty paretoFrontProperty() {
        return paretoFront;
    }

    /** Why the last action changed nothing, in one sentence; empty when it did. */
    public StringProperty noEffectProperty() {
        return noEffect;
    }

    /** Results of the drift sweep, by rising drift. */
    public ObservableList<DriftSweepPoint> driftSweep() {
        return driftSweep;
    }

    /** The name of the calibrated series in the drift sweep. */
    public StringProperty sweptMethodProperty() {
        return sweptMethod;
    }

    public BooleanProperty sweepRunningProperty() {
        return sweepRunning;
    }

    /** Share of the sweep that is done, 0 to 1; -1 while it is not known. */
    public DoubleProperty sweepProgressProperty() {
        return sweepProgress;
    }

    /** Feature errors in the order of the network. */
    public ObservableList<LayerError> layerErrors() {
        return layerErrors;
    }

    /** Why the layers have no bars for the calibration; "" where they have, or there is none. */
    public StringProperty layerNoteProperty() {
        return layerNote;
    }

    /** Confusion matrices; null while none is known. */
    public ObjectProperty<@Nullable Confusions> confusionsProperty() {
        return confusions;
    }

    /** The state whose matrix is shown. */
    public ObjectProperty<Confusions.State> confusionStateProperty() {
        return confusionState;
    }

    /** What each method would cost; back-propagation that writes at every step comes last. */
    public ObservableList<RangedCost> costs() {
        return costs;
    }

    /** Whether the window's theme is dark. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** The window's scale, 1 for 100 %. */
    public DoubleProperty textScaleProperty() {
        return textScale;
    }
}
