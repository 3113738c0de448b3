package org.driftscope.ui.layers;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.driftscope.network.AnalogLayer;

/** One line of the table of layers: a layer, or a stage of many. */
public final class LayerRow {
    private final String name;
    private final String size;
    private final long weights;
    private final long cells;
    private final String stage;
    private final String shortName;
    /** Of a stage; none of a layer. */
    private final List<LayerRow> members;

    private final BooleanProperty ticked = new SimpleBooleanProperty(this, "ticked");
    private final BooleanProperty drifts = new SimpleBooleanProperty(this, "drifts", true);
    private final StringProperty own = new SimpleStringProperty(this, "own", "");
    private final ObjectProperty<LayerError> error = new SimpleObjectProperty<>(this, "error", LayerError.UNKNOWN);

    private LayerRow(
            String name,
            String size,
            long weights,
            long cells,
            String stage,
            String shortName,
            List<LayerRow> members) {
        this.name = name;
        this.size = size;
        this.weights = weights;
        this.cells = cells;
        this.stage = stage;
        this.shortName = shortName;
        this.members = List.copyOf(members);
    }

    static LayerRow of(AnalogLayer layer, long cells, LayerStages stages) {
        return new LayerRow(
                layer.name(),
                layer.rows() + "×" + layer.cols(),
                layer.weights(),
                cells,
                stages.stage(layer.name()),
                stages.shortName(layer.name()),
                List.of());
    }

    /** The line above a stage's layers. */
    static LayerRow ofStage(String stage, List<LayerRow> members) {
        LayerRow head = new LayerRow(
                stage,
                members.size() + " layers",
                members.stream().mapToLong(LayerRow::weights).sum(),
                members.stream().mapToLong(LayerRow::cells).sum(),
                stage,
                stage,
                members);
        head.followMembers();
        return head;
    }

    public String name() {
        return name;
    }

    /** Weights as rows x columns; of a stage, how many layers. */
    public String size() {
        return size;
    }

    public long weights() {
        return weights;
    }

    /** RRAM cells. */
    public long cells() {
        return cells;
    }

    /** The part of the network that the layer belongs to: "layer1" for "layer1.0.conv1". */
    public String stage() {
        return stage;
    }

    /** The name below its stage: "0.conv1" for "layer1.0.conv1". */
    String shortName() {
        return shortName;
    }

    /** Whether it stands for several layers. */
    boolean isStage() {
        return !members.isEmpty();
    }

    /** Whether all of a stage's layers are ticked. */
    boolean allTicked() {
        return members.stream().allMatch(row -> row.ticked.get());
    }

    /** Of a stage: its tick is that of all its layers, its error their mean. */
    void followMembers() {
        ticked.set(allTicked());
        error.set(LayerError.mean(members.stream().map(row -> row.error.get()).toList()));
    }

    public BooleanProperty tickedProperty() {
        return ticked;
    }

    /** Whether it is on the drifting chip. */
    public BooleanProperty driftsProperty() {
        return drifts;
    }

    /** Names of its layers: itself, or those of a stage. */
    List<String> layers() {
        return isStage() ? members.stream().map(LayerRow::name).toList() : List.of(name);
    }

    /** In what its settings differ from the chip's, in words; "" where they do not. */
    StringProperty ownProperty() {
        return own;
    }

    public ObjectProperty<LayerError> errorProperty() {
        return error;
    }
}
