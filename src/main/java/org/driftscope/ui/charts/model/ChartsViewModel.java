package org.driftscope.ui.charts.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.RangedCost;
import org.driftscope.cost.inference.InferenceCosts;
import org.driftscope.device.Age;
import org.driftscope.evaluation.Spread;
import org.jspecify.annotations.Nullable;

/** What the charts show. Written by the owner of the state; the panel itself changes only how it looks at it. */
public final class ChartsViewModel {
    private final ObservableList<RecoveryPoint> points = FXCollections.observableArrayList();
    private final ObjectProperty<ChartNetwork> openNetwork =
            new SimpleObjectProperty<>(this, "openNetwork", ChartNetwork.NOT_RECORDED);
    private final ObjectProperty<ChartNetwork> shownNetwork =
            new SimpleObjectProperty<>(this, "shownNetwork", ChartNetwork.NOT_RECORDED);
    private final ObjectProperty<RecoveryAxis> recoveryAxis =
            new SimpleObjectProperty<>(this, "recoveryAxis", RecoveryAxis.TOP1);
    private final ObjectProperty<RecoveryAcross> recoveryAcross =
            new SimpleObjectProperty<>(this, "recoveryAcross", RecoveryAcross.PARAMETERS);
    private final ObjectProperty<Spread> bars = new SimpleObjectProperty<>(this, "bars", Spread.STANDARD_DEVIATION);
    private final BooleanProperty paretoFront = new SimpleBooleanProperty(this, "paretoFront");
    private final ObservableList<SweepReading> driftSweep = FXCollections.observableArrayList();
    private final ObjectProperty<SweepMade> sweepMade = new SimpleObjectProperty<>(this, "sweepMade", SweepMade.NONE);
    private final StringProperty sweepStale = new SimpleStringProperty(this, "sweepStale", "");
    private final BooleanProperty sweepRunning = new SimpleBooleanProperty(this, "sweepRunning");
    private final DoubleProperty sweepProgress = new SimpleDoubleProperty(this, "sweepProgress", -1);
    private final DoubleProperty sweepKeptFrom = new SimpleDoubleProperty(this, "sweepKeptFrom", Age.parse("1h"));
    private final StringProperty sweepUpkeep =
            new SimpleStringProperty(this, "sweepUpkeep", Upkeep.once().inFiles());
    private final BooleanProperty sweepKeeps = new SimpleBooleanProperty(this, "sweepKeeps");
    private final StringProperty layerNote = new SimpleStringProperty(this, "layerNote", "");
    private final ObservableList<LayerErrorBar> layerErrors = FXCollections.observableArrayList();
    private final ObjectProperty<FigureSource> layerSource =
            new SimpleObjectProperty<>(this, "layerSource", FigureSource.NONE);
    private final StringProperty layerStale = new SimpleStringProperty(this, "layerStale", "");
    private final StringProperty classesStale = new SimpleStringProperty(this, "classesStale", "");
    private final ObjectProperty<@Nullable Confusions> confusions = new SimpleObjectProperty<>(this, "confusions");
    private final ObjectProperty<Confusions.State> confusionState =
            new SimpleObjectProperty<>(this, "confusionState", Confusions.State.DRIFTED);
    private final ObjectProperty<@Nullable InferenceCosts> inference =
            new SimpleObjectProperty<>(this, "inference", null);
    private final ObservableList<RangedCost> costs = FXCollections.observableArrayList();
    private final ObjectProperty<CostAssumptions> assumptions =
            new SimpleObjectProperty<>(this, "assumptions", CostAssumptions.defaults());
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final DoubleProperty textScale = new SimpleDoubleProperty(this, "textScale", 1);

    /** The device figures that the costs rest on; the panel edits them. */
    public ObjectProperty<CostAssumptions> assumptionsProperty() {
        return assumptions;
    }

    /** Nothing to show yet. */
    public ChartsViewModel() {
        openNetwork.subscribe(shownNetwork::set);
        points.addListener((ListChangeListener<RecoveryPoint>) change -> showOpenWhereGone());
    }

    private void showOpenWhereGone() {
        if (networks().stream().noneMatch(shownNetwork.get()::isSameAs)) {
            shownNetwork.set(openNetwork.get());
        }
    }

    /** The recovery chart's points, oldest first. */
    public ObservableList<RecoveryPoint> points() {
        return points;
    }

    /** The network that is open. */
    public ObjectProperty<ChartNetwork> openNetworkProperty() {
        return openNetwork;
    }

    /** The network whose points the recovery chart shows: the one that is open, until another is chosen. */
    public ObjectProperty<ChartNetwork> shownNetworkProperty() {
        return shownNetwork;
    }

    /** What the recovery chart shows upwards. */
    public ObjectProperty<RecoveryAxis> recoveryAxisProperty() {
        return recoveryAxis;
    }

    /** What the recovery chart shows across. */
    public ObjectProperty<RecoveryAcross> recoveryAcrossProperty() {
        return recoveryAcross;
    }

    /** What the bars of means over chips are. */
    public ObjectProperty<Spread> barsProperty() {
        return bars;
    }

    /** The open network and all that points were made on. */
    public List<ChartNetwork> networks() {
        Map<String, ChartNetwork> networks = new LinkedHashMap<>();
        networks.put(openNetwork.get().sha256(), openNetwork.get());
        points.forEach(point -> networks.putIfAbsent(point.network().sha256(), point.network()));
        return List.copyOf(networks.values());
    }

    /** The points of the network that is shown, without those that are hidden. */
    public List<RecoveryPoint> shownPoints() {
        return points.stream()
                .filter(point -> !point.hidden() && isOfShownNetwork(point))
                .toList();
    }

    /** Those of {@link #shownPoints} that have a place on the recovery chart. */
    public List<RecoveryPoint> placedPoints() {
        return shownPoints().stream()
                .filter(point -> !Double.isNaN(recoveryAcross.get().of(point)))
                .toList();
    }

    public boolean isOfShownNetwork(RecoveryPoint point) {
        return point.network().isSameAs(shownNetwork.get());
    }

    public BooleanProperty paretoFrontProperty() {
        return paretoFront;
    }

    /** Results of the drift sweep so far. */
    public ObservableList<SweepReading> driftSweep() {
        return driftSweep;
    }

    /** What the drift sweep was made with. */
    public ObjectProperty<SweepMade> sweepMadeProperty() {
        return sweepMade;
    }

    /** That the drift sweep was made with other settings than those set now, in a sentence; "" where it was not. */
    public StringProperty sweepStaleProperty() {
        return sweepStale;
    }

    public BooleanProperty sweepRunningProperty() {
        return sweepRunning;
    }

    /** Share of the sweep that is done, 0 to 1; -1 while it is not known. */
    public DoubleProperty sweepProgressProperty() {
        return sweepProgress;
    }

    /** Age at which the next sweep calibrates once for a series that is kept, s; 0 for no such series. */
    public DoubleProperty sweepKeptFromProperty() {
        return sweepKeptFrom;
    }

    /** How the next sweep looks after the calibration that is kept, as {@link Upkeep#inFiles}. */
    public StringProperty sweepUpkeepProperty() {
        return sweepUpkeep;
    }

    /** Whether a sweep with the settings that are set can have such a series. */
    public BooleanProperty sweepKeepsProperty() {
        return sweepKeeps;
    }

    /** Feature errors in the order of the network. */
    public ObservableList<LayerErrorBar> layerErrors() {
        return layerErrors;
    }

    /** What the feature errors were made with. */
    public ObjectProperty<FigureSource> layerSourceProperty() {
        return layerSource;
    }

    /** That the feature errors are of other settings than those set now, in a sentence; "" where they are not. */
    public StringProperty layerStaleProperty() {
        return layerStale;
    }

    /** The same of the drifted network's confusion matrix. */
    public StringProperty classesStaleProperty() {
        return classesStale;
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

    /** What an inference takes and methods add to it; null where nobody can tell. */
    public ObjectProperty<@Nullable InferenceCosts> inferenceProperty() {
        return inference;
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
