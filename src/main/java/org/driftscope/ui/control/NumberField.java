package org.driftscope.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/** A field for a number: what makes sense reaches the property on Enter and on leaving, what does not is marked. */
public final class NumberField {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("danger");

    private final TextField field = new TextField();
    private final NumberText text;
    private final DoubleProperty value;

    /**
     * @param value what is shown; only values that {@code text} takes are written to it
     * @param settled runs when an entry is over
     */
    public NumberField(String id, NumberText text, DoubleProperty value, Runnable settled) {
        this.text = text;
        this.value = value;
        field.setId(id);
        // with the value, since a subscription to mere invalidation does not run at once
        value.subscribe(now -> show());
        field.setOnAction(event -> typed(settled));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                typed(settled);
                show();
            }
        });
        field.textProperty().subscribe(typed -> field.pseudoClassStateChanged(ERROR, Double.isNaN(text.parse(typed))));
    }

    public TextField field() {
        return field;
    }

    /** Writes the value again, as where its words have changed. */
    public void show() {
        field.setText(text.format(value.get()));
    }

    private void typed(Runnable settled) {
        double wanted = text.parse(field.getText());
        boolean same = Double.isNaN(wanted) || field.getText().equals(text.format(value.get()));
        if (!same && wanted != value.get()) {
            value.set(wanted);
            settled.run();
        }
    }
}
