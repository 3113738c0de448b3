package org.driftscope.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** Drop-down lists of values with words for them. */
public final class Choice {
    private Choice() {}

    /** As {@link #of}, with fewer words where the list is closed. */
    public static <T> ComboBox<T> of(
            String id, List<T> values, Property<T> chosen, Function<T, String> words, Function<T, String> closed) {
        ComboBox<T> box = of(id, values, chosen, words);
        box.setButtonCell(new Chosen<>(box, closed));
        box.setVisibleRowCount(values.size());
        return box;
    }

    public static <T> ComboBox<T> of(String id, List<T> values, Property<T> chosen, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(new ListWords<>(words));
        box.setButtonCell(new Chosen<>(box, words));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    /** Shows what is chosen where the list is closed, even if the list does not offer it. */
    private static final class Chosen<T> extends ListCell<T> {
        private final ComboBox<T> box;
        private final Function<T, String> words;

        Chosen(ComboBox<T> box, Function<T, String> words) {
            this.box = box;
            this.words = words;
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            T chosen = box.getValue();
            setText(chosen == null ? "" : words.apply(chosen));
        }
    }

    /** As {@link #of}; a value that is not in the list, as from a file, is added to it. */
    public static <T> ComboBox<T> open(String id, List<T> values, Property<T> chosen, Function<T, String> words) {
        ComboBox<T> box = of(id, values, chosen, words);
        chosen.subscribe(value -> {
            if (value != null && !box.getItems().contains(value)) {
                box.getItems().add(value);
            }
        });
        return box;
    }
}
