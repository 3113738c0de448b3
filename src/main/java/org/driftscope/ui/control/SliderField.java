package org.driftscope.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;

/**
 * A slider with a field for the exact number, both bound to one value. A text that is no number, or out of limits, marks
 * the field and leaves the value alone; leaving the field brings the value back.
 */
public final class SliderField {
    private final Slider slider = new Slider(0, 1, 0);
    private final NumberField field;
    private final NumberScale scale;
    private final DoubleProperty value;
    private boolean showing;

    /**
     * @param id of the slider; the field's is the same with "-field" after it
     * @param value what both show; only values of the scale are written to it
     * @param settled runs when a drag or an entry is over
     */
    public SliderField(String id, NumberScale scale, DoubleProperty value, Runnable settled) {
        this.scale = scale;
        this.value = value;
        slider.setId(id);
        slider.setBlockIncrement(scale.step());
        field = new NumberField(id + "-field", scale, value, settled);
        // with the value, since a subscription to mere invalidation does not run at once
        value.subscribe(now -> show());
        slider.valueProperty().subscribe(position -> slid(position.doubleValue()));
        slider.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                settled.run();
            }
        });
    }

    public Slider slider() {
        return slider;
    }

    public TextField field() {
        return field.field();
    }

    /** Why the field's text is not taken, in words; "" where it is. */
    public ReadOnlyStringProperty refusalProperty() {
        return field.refusalProperty();
    }

    private void show() {
        showing = true;
        slider.setValue(scale.toPosition(value.get()));
        showing = false;
    }

    private void slid(double position) {
        // a value between two steps of the scale is shown where it is, and stays what it is
        if (!showing && position != scale.toPosition(value.get())) {
            double wanted = scale.fromPosition(position);
            if (wanted != value.get()) {
                value.set(wanted);
            }
        }
    }
}
