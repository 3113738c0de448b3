package org.driftscope.ui.layers;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.driftscope.network.AnalogLayer;

/** One line of the table of layers. */
public final class LayerRow {
    private final AnalogLayer layer;
    private final long cells;
    private final BooleanProperty ticked = new SimpleBooleanProperty(this, "ticked");
    private final ObjectProperty<LayerError> error = new SimpleObjectProperty<>(this, "error", LayerError.UNKNOWN);

    LayerRow(AnalogLayer layer, long cells) {
        this.layer = layer;
        this.cells = cells;
    }

    public String name() {
        return layer.name();
    }

    /** Weights as rows x columns. */
    public String size() {
        return layer.rows() + "×" + layer.cols();
    }

    public long weights() {
        return layer.weights();
    }

    /** RRAM cells. */
    public long cells() {
        return cells;
    }

    /** What the layer's name begins with, up to the first dot: "layer1" for "layer1.0.conv1". */
    public String stage() {
        int dot = name().indexOf('.');
        return dot < 0 ? name() : name().substring(0, dot);
    }

    public BooleanProperty tickedProperty() {
        return ticked;
    }

    public ObjectProperty<LayerError> errorProperty() {
        return error;
    }
}
