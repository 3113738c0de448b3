package org.driftscope.ui.circuit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.circuit.CircuitDrawing;
import org.driftscope.figure.export.NamedFigure;
import org.jspecify.annotations.Nullable;

/** Which cells are drawn, at which voltages; used from the JavaFX thread. */
public final class CircuitViewModel {
    static final List<Integer> SIZES = List.of(1, 2, 4);
    /** Different ones, so that rows can be told apart by what they add. */
    private static final List<Double> FIRST = List.of(1.0, 0.5, 0.25, 0.75);

    private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(this, "size", 4);
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", 0);
    private final List<DoubleProperty> inputs = Stream.of(0, 1, 2, 3)
            .<DoubleProperty>map(row -> new SimpleDoubleProperty(this, "input-" + row, FIRST.get(row)))
            .toList();
    private final ReadOnlyObjectWrapper<@Nullable CircuitDrawing> drawing =
            new ReadOnlyObjectWrapper<>(this, "drawing");
    private final ReadOnlyStringWrapper none = new ReadOnlyStringWrapper(this, "none", "");
    private @Nullable CornerSource source;
    private boolean open;

    public CircuitViewModel() {
        size.subscribe(now -> {
            marked.set(0);
            draw();
        });
        marked.subscribe(now -> draw());
        inputs.forEach(input -> input.subscribe(now -> draw()));
    }

    /** Nothing is drawn while the window is closed. @param now whether it is open */
    public void setOpen(boolean now) {
        open = now;
        draw();
    }

    /** Whose cells are drawn from now on. */
    public void follow(CornerSource now) {
        source = now;
        draw();
    }

    /** From now on there is nothing to draw. @param why in a sentence */
    public void followNone(String why) {
        source = null;
        none.set(why);
        draw();
    }

    private void draw() {
        CornerSource from = source;
        if (!open || from == null) {
            drawing.set(null);
            return;
        }
        List<Double> voltages = inputs.stream().map(DoubleProperty::get).toList();
        drawing.set(new CircuitDrawing(from.corner(size.get(), voltages), marked.get()));
    }

    /** Rows and columns that are drawn at most. */
    public ObjectProperty<Integer> sizeProperty() {
        return size;
    }

    /** Number of the weight that is explained, row by row. */
    public IntegerProperty markedProperty() {
        return marked;
    }

    /** Voltages of the rows as shares of the read voltage. */
    public List<DoubleProperty> inputs() {
        return inputs;
    }

    /** What is drawn; null while closed, or without a layer. */
    public ReadOnlyObjectProperty<@Nullable CircuitDrawing> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    /** Why nothing is drawn, where nothing is. */
    ReadOnlyStringProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    /** The marked weight in words, or why there is none. */
    public String sentence() {
        CircuitDrawing now = drawing.get();
        return now == null ? none.get() : CircuitWords.of(now);
    }

    /** What the layer is made as, and how much of it this is; "" without one. */
    public String caption() {
        CircuitDrawing now = drawing.get();
        CornerSource from = source;
        return now == null || from == null
                ? ""
                : now.corner().layer() + ", " + now.corner().rows() + " of " + from.rows() + " rows. " + from.words();
    }

    /** What is drawn, to be exported; empty while the window is closed. @param provenance of the chip */
    public Optional<NamedFigure> figure(Map<String, String> provenance) {
        CircuitDrawing now = drawing.get();
        return now == null
                ? Optional.empty()
                : Optional.of(new NamedFigure(
                        "Circuit of " + now.corner().layer(),
                        new CaptionedFigure(now, now.title() + ". " + caption()),
                        provenance));
    }
}
