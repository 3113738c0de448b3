package org.driftscope.ui.settings.model;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.ui.state.ExplorerState;

/**
 * One setting of the window as something that can be compared with its default, reset and told in words.
 *
 * @param <T> of its values
 * @param id of its row
 * @param group the card it stands on
 * @param get its value in a state
 * @param set a state with another value
 * @param words for a value, e.g. "programming error 5 %"
 * @param shown whether it means anything in a state
 */
public record SettingEntry<T>(
        String id,
        Group group,
        Function<ExplorerState, T> get,
        BiFunction<ExplorerState, T, ExplorerState> set,
        Function<T, String> words,
        Predicate<ExplorerState> shown) {
    /** The cards. */
    public enum Group {
        IMAGES,
        DEVICE,
        CIRCUIT,
        DRIFT,
        CALIBRATION
    }

    /** One that every state looks at. */
    static <T> SettingEntry<T> of(
            String id,
            Group group,
            Function<ExplorerState, T> get,
            BiFunction<ExplorerState, T, ExplorerState> set,
            Function<T, String> words) {
        return new SettingEntry<>(id, group, get, set, words, state -> true);
    }

    /** One of the list of settings. */
    static SettingEntry<Object> of(Group group, Setting setting) {
        return new SettingEntry<>(
                setting.option(),
                group,
                state -> StateSettings.read(state, setting),
                (state, value) -> StateSettings.write(state, setting, value),
                setting.words().sentence(),
                state -> setting.matters(StateSettings.spec(state)));
    }

    /** Whether it has other values in two states. */
    boolean differs(ExplorerState one, ExplorerState other) {
        return !get.apply(one).equals(get.apply(other));
    }

    /** A state with this setting as in another. */
    ExplorerState copy(ExplorerState to, ExplorerState from) {
        return set.apply(to, get.apply(from));
    }

    /** What it says in a state. */
    public String tell(ExplorerState state) {
        return words.apply(get.apply(state));
    }
}
