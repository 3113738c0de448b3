package org.driftscope.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StateHistoryTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final StateHistory history = new StateHistory(ExplorerState.first(), clock::get);

    private void drift(double drift) {
        history.edit("relative drift", state -> state.withRelativeDrift(drift));
    }

    @Test
    void aDragIsOneStep() {
        drift(0.21);
        drift(0.22);
        drift(0.3);
        history.undo();
        assertThat(history.get().relativeDrift()).isEqualTo(0.2);
        history.redo();
        assertThat(history.get().relativeDrift()).isEqualTo(0.3);
    }

    @Test
    void sayWhatWasMovedAndWhetherSomethingElseWasOpenThen() {
        List<String> heard = new ArrayList<>();
        history.onMoved(move -> heard.add((move.back() ? "back " : "again ") + move.name() + " " + move.elsewhere()));
        history.inPlace("one.onnx");
        drift(0.3);
        history.inPlace("two.onnx");
        history.seal();
        drift(0.4);
        history.undo();
        history.undo();
        history.redo();
        history.inPlace("one.onnx");
        history.undo();
        assertThat(heard)
                .containsExactly(
                        "back relative drift false",
                        "back relative drift true",
                        "again relative drift true",
                        "back relative drift false");
    }

    @Test
    void dragsApartInTimeOrSealedAreStepsOfTheirOwn() {
        drift(0.21);
        clock.addAndGet(2 * SECOND);
        drift(0.22);
        history.seal();
        drift(0.23);
        history.undo();
        assertThat(history.get().relativeDrift()).isEqualTo(0.22);
        history.undo();
        assertThat(history.get().relativeDrift()).isEqualTo(0.21);
        history.undo();
        assertThat(history.undoableProperty().get()).isFalse();
    }

    @Test
    void otherSettingsAreOtherSteps() {
        drift(0.3);
        history.edit("layers", state -> state.withTicked(Set.of("conv1")));
        assertThat(history.lastChangeProperty().get()).isEqualTo("layers");
        history.undo();
        assertThat(history.get().ticked()).isEmpty();
        assertThat(history.get().relativeDrift()).isEqualTo(0.3);
    }

    @Test
    void aChangeAfterUndoForgetsTheFuture() {
        drift(0.3);
        history.undo();
        history.edit("layers", state -> state.withTicked(Set.of("conv1")));
        assertThat(history.redoableProperty().get()).isFalse();
    }

    @Test
    void whatChangesNothingIsNoStep() {
        drift(0.2);
        assertThat(history.undoableProperty().get()).isFalse();
    }
}
