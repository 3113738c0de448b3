package org.driftscope.ui.settings.model;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.Property;
import org.driftscope.support.SpecException;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;

/** Ties a control's property to one setting of the state: the control writes the state, and the state the control. */
final class SettingTie {
    private SettingTie() {}

    /**
     * @param name of the step of undo
     * @param get the setting's value in a state
     * @param set a state with another value; may refuse it by an exception, then the property goes back
     */
    static <T> void tie(
            StateHistory history,
            String name,
            Property<T> property,
            Function<ExplorerState, T> get,
            BiFunction<ExplorerState, T, ExplorerState> set) {
        history.stateProperty().subscribe(state -> property.setValue(get.apply(state)));
        property.subscribe(value -> {
            if (value != null && !value.equals(get.apply(history.get()))) {
                try {
                    history.edit(name, state -> set.apply(state, value));
                } catch (SpecException e) {
                    // a field says what it takes before it comes to this
                    property.setValue(get.apply(history.get()));
                }
            }
        });
    }
}
