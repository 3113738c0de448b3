package org.driftscope.ui.state;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The state of the window with its past and future. Every change goes through {@link #edit}; what the window shows follows
 * from {@link #stateProperty()}.
 *
 * <p>Changes of the same setting in quick succession, such as a slider's drag, become one step of undo.
 */
public final class StateHistory {
    private static final int DEPTH = 200;
    private static final long MERGE_NANOS = Duration.ofMillis(800).toNanos();

    private record Step(String name, ExplorerState before) {}

    private final ReadOnlyObjectWrapper<ExplorerState> state;
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private final ReadOnlyStringWrapper lastChange = new ReadOnlyStringWrapper(this, "lastChange", "");
    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private final LongSupplier nanoClock;
    private boolean open;
    private long lastEditNanos;

    /**
     * @param nanoClock such as {@link System#nanoTime}; tells which changes belong together
     */
    public StateHistory(ExplorerState first, LongSupplier nanoClock) {
        this.state = new ReadOnlyObjectWrapper<>(this, "state", first);
        this.nanoClock = nanoClock;
    }

    public ExplorerState get() {
        return state.get();
    }

    public ReadOnlyObjectProperty<ExplorerState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * Changes the state; does nothing where the change changes nothing.
     *
     * @param name what is changed, for the menu and to tell which changes belong together, e.g. "rank"
     */
    public void edit(String name, UnaryOperator<ExplorerState> change) {
        ExplorerState before = state.get();
        ExplorerState after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        if (!continues(name)) {
            past.push(new Step(name, before));
            if (past.size() > DEPTH) {
                past.removeLast();
            }
        }
        future.clear();
        open = true;
        lastEditNanos = nanoClock.getAsLong();
        publish(after);
    }

    private boolean continues(String name) {
        Step last = past.peek();
        return open && last != null && last.name().equals(name) && nanoClock.getAsLong() - lastEditNanos < MERGE_NANOS;
    }

    /** Says that a drag is over: the next change is a step of its own. */
    public void seal() {
        open = false;
    }

    /** Starts again from a state, without a past, as after opening a file. */
    public void reset(ExplorerState first) {
        past.clear();
        future.clear();
        open = false;
        publish(first);
    }

    /** Changes the state without a step of undo, for what belongs to an earlier step, e.g. the layers of a new model. */
    public void amend(UnaryOperator<ExplorerState> change) {
        publish(change.apply(state.get()));
    }

    public void undo() {
        move(past, future);
    }

    public void redo() {
        move(future, past);
    }

    private void move(Deque<Step> from, Deque<Step> to) {
        Step step = from.poll();
        if (step != null) {
            to.push(new Step(step.name(), state.get()));
            open = false;
            publish(step.before());
        }
    }

    private void publish(ExplorerState newState) {
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
        Step last = past.peek();
        lastChange.set(last == null ? "" : last.name());
        state.set(newState);
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** The name of the change that undo takes back; "" if there is none. */
    public ReadOnlyStringProperty lastChangeProperty() {
        return lastChange.getReadOnlyProperty();
    }
}
