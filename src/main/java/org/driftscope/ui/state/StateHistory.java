package org.driftscope.ui.state;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The state of the window with its past and future. Every change goes through {@link #edit}; what the window shows follows
 * from {@link #stateProperty()}.
 *
 * <p>Changes of the same setting in quick succession, such as a slider's drag, become one step of undo.
 */
public final class StateHistory {
    private static final int DEPTH = 200;
    private static final long MERGE_NANOS = Duration.ofMillis(800).toNanos();

    /**
     * @param group what it is one step with, whatever comes between in time; null for none
     * @param place where it was made
     */
    private record Step(String name, ExplorerState before, @Nullable Object group, Object place) {
        Step rewritten(UnaryOperator<ExplorerState> change) {
            return new Step(name, change.apply(before), group, place);
        }
    }

    /**
     * One undo or redo.
     *
     * @param name of the change
     * @param back whether it was taken back, not made again
     * @param elsewhere whether it was made before something else was opened, which stays
     */
    public record Move(String name, boolean back, ExplorerState before, ExplorerState after, boolean elsewhere) {}

    private final ReadOnlyObjectWrapper<ExplorerState> state;
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private final ReadOnlyStringWrapper lastChange = new ReadOnlyStringWrapper(this, "lastChange", "");
    private final ReadOnlyStringWrapper nextChange = new ReadOnlyStringWrapper(this, "nextChange", "");
    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private final LongSupplier nanoClock;
    private Consumer<Move> moved = move -> {};
    private Object place = new Object();
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
        edit(name, null, change);
    }

    /** Changes the state in a step of undo of its own, whatever was changed just before or is changed next. */
    public void step(String name, UnaryOperator<ExplorerState> change) {
        seal();
        edit(name, null, change);
        seal();
    }

    /**
     * Changes the state as a part of something that comes in parts, such as a sweep: parts that follow each other are one
     * step of undo, and never of one with a change by hand.
     *
     * @param group the same object for all parts
     */
    public void editPart(String name, Object group, UnaryOperator<ExplorerState> change) {
        edit(name, group, change);
        seal();
    }

    private void edit(String name, @Nullable Object group, UnaryOperator<ExplorerState> change) {
        ExplorerState before = state.get();
        ExplorerState after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        if (!continues(name, group)) {
            past.push(new Step(name, before, group, place));
            if (past.size() > DEPTH) {
                past.removeLast();
            }
        }
        future.clear();
        open = group == null;
        lastEditNanos = nanoClock.getAsLong();
        publish(after);
    }

    private boolean continues(String name, @Nullable Object group) {
        Step last = past.peek();
        if (last == null || !last.name().equals(name)) {
            return false;
        }
        return group == null ? open && nanoClock.getAsLong() - lastEditNanos < MERGE_NANOS : group.equals(last.group());
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

    /**
     * Changes the state and all that undo and redo could bring back, as after another network was opened: none of them
     * may speak of what is no longer there. Steps that then change nothing are gone.
     */
    public void amendAll(UnaryOperator<ExplorerState> change) {
        ExplorerState now = change.apply(state.get());
        rewrite(past, change, now);
        rewrite(future, change, now);
        publish(now);
    }

    /** @param side its first step leads from or to the present state */
    private static void rewrite(Deque<Step> side, UnaryOperator<ExplorerState> change, ExplorerState now) {
        List<Step> old = List.copyOf(side);
        side.clear();
        ExplorerState next = now;
        for (Step step : old) {
            Step rewritten = step.rewritten(change);
            if (!rewritten.before().equals(next)) {
                side.addLast(rewritten);
            }
            next = rewritten.before();
        }
    }

    /** Says what is open from now on, which undo leaves as it is. */
    public void inPlace(Object opened) {
        place = opened;
    }

    /** Hears of each undo and redo: to show where something has changed. */
    public void onMoved(Consumer<Move> listener) {
        moved = moved.andThen(listener);
    }

    public void undo() {
        move(past, future, true);
    }

    public void redo() {
        move(future, past, false);
    }

    private void move(Deque<Step> from, Deque<Step> to, boolean back) {
        Step step = from.poll();
        if (step != null) {
            ExplorerState before = state.get();
            to.push(new Step(step.name(), before, step.group(), step.place()));
            open = false;
            publish(step.before());
            moved.accept(new Move(
                    step.name(), back, before, step.before(), !step.place().equals(place)));
        }
    }

    private void publish(ExplorerState newState) {
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
        Step last = past.peek();
        lastChange.set(last == null ? "" : last.name());
        Step next = future.peek();
        nextChange.set(next == null ? "" : next.name());
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

    /** The name of the change that redo makes again; "" if there is none. */
    public ReadOnlyStringProperty nextChangeProperty() {
        return nextChange.getReadOnlyProperty();
    }
}
