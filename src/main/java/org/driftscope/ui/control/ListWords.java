package org.driftscope.ui.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Words for the values of a list that is chosen from and not typed into; none for no value. */
public final class ListWords<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public ListWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("the list is not editable");
    }
}
