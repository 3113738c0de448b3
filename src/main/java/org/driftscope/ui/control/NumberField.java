package org.driftscope.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/** A field for a number: what makes sense reaches the property on Enter and on leaving, what does not is marked, with words for why. */
public final class NumberField {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("danger");

    private final TextField field = new TextField();
    private final NumberText text;
    private final DoubleProperty value;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");

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
        field.textProperty().subscribe(this::judge);
    }

    private void judge(String typed) {
        boolean refused = Double.isNaN(text.parse(typed));
        field.pseudoClassStateChanged(ERROR, refused);
        refusal.set(refused ? "Give " + text.allowed() + "." : "");
    }

    /** Why the text is not taken, in words; "" where it is. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
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
