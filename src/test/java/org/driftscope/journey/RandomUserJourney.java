package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import org.bytedeco.javacpp.Pointer;
import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Someone does hundreds of things at random, or thousands ({@code -Dfuzz.actions}, {@code -Dfuzz.seed}). After each, when
 * the window is at rest, maps, strip, sentence, cost, ticks and chart agree with the state and with a simulator beside the
 * window.
 */
@ExtendWith(ApplicationExtension.class)
class RandomUserJourney {
    private static final int ACTIONS = Integer.getInteger("fuzz.actions", 100);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    /** With {@code -Dfuzz.checked=false} no second simulator is in the process, and its memory is the window's own. */
    private static final boolean CHECKED = !"false".equals(System.getProperty("fuzz.checked"));

    private static final int REPORT_EVERY = 200;
    private static final int REMEMBERED = 12;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double MB = 1 << 20;

    private final Path home = ExplorerWindow.newHome();

    @RegisterExtension
    final SmallSample sample = new SmallSample(home);

    private final Deque<String> done = new ArrayDeque<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private ExplorerWindow window;
    private Stage stage;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
        stage = window.stage();
        // beside the window's own handler, whose dialog the next action may close
        Thread.UncaughtExceptionHandler told = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> {
            faults.add(fault);
            told.uncaughtException(thread, fault);
        });
    }

    @Test
    void whatIsShownIsTrueAfterEachOfThousandsOfActions() {
        window.awaitReadings();
        window.answers().choose(sample.folder().resolve("evaluation.bin"));
        RandomUser user = new RandomUser(stage, SEED);
        try (SampleTruth truth = new SampleTruth(sample.folder())) {
            for (int action = 1; action <= ACTIONS; action++) {
                step(user, truth, action);
            }
        }
        window.close();
    }

    private void step(RandomUser user, SampleTruth truth, int action) {
        String what = window.onFx(user::act);
        remember(action + ": " + what);
        rest();
        try {
            noFault();
            if (showsTheSample()) {
                if (CHECKED) {
                    truth.of(preprocessing()).check(window, stage.getScene());
                }
            } else {
                window.onFx(() -> window.explorer().opening().openSample());
                rest();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "after " + String.join("\n", done) + "\n(seed " + SEED + "): " + e.getMessage(), e);
        }
        if (action % REPORT_EVERY == 0) {
            System.out.printf("%d random actions: %.0f MB resident%n", action, Pointer.physicalBytes() / MB);
        }
    }

    private void remember(String what) {
        done.add(what);
        if (done.size() > REMEMBERED) {
            done.poll();
        }
    }

    private boolean showsTheSample() {
        return window.onFx(() -> {
            var open = window.explorer().model().workspaceProperty().get();
            return open != null
                    && open.files().evaluation().equals(sample.folder().resolve("evaluation.bin"))
                    && sample.folder()
                            .resolve("calibration.bin")
                            .equals(open.files().calibration());
        });
    }

    private PreprocessingChoice.Request preprocessing() {
        Preprocessing shown = window.onFx(() -> window.explorer()
                .model()
                .workspaceProperty()
                .get()
                .preprocessing()
                .preprocessing());
        return PreprocessingChoice.Request.of(shown);
    }

    /** Waits until nothing computes; what takes long is cancelled, as an impatient user would. */
    private void rest() {
        long start = System.nanoTime();
        boolean cancelled = false;
        while (!window.onFx(this::isAtRest)) {
            if (!cancelled && System.nanoTime() - start > PATIENCE_NANOS) {
                window.onFx(() -> window.explorer().model().monitor().cancel());
                cancelled = true;
            }
            assertThat(System.nanoTime() - start)
                    .as("the window comes to rest after %s", done)
                    .isLessThan(24 * PATIENCE_NANOS);
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAtRest() {
        ExplorerViewModel model = window.explorer().model();
        var reading = model.accuracy().driftedProperty().get();
        var picture = model.picture().lookProperty().get();
        return !model.monitor().runningProperty().get()
                && !model.accuracy().busyProperty().get()
                && !model.calibration().followingProperty().get()
                && model.accuracy().cleanProperty().get() != null
                && reading != null
                && reading.asked().equals(model.history().get().onChip())
                && !model.picture().isDrawing()
                && picture != null
                && picture.name().equals(model.layers().selectedProperty().get());
    }

    private void noFault() {
        assertThat(faults).as("uncaught on the JavaFX thread").isEmpty();
        if (window.node("problem") instanceof DialogPane pane) {
            String words = window.onFx(() -> pane.getHeaderText() + " " + pane.getContentText());
            assertThat(words).doesNotContain("unexpectedly");
            window.onFx(() -> pane.getScene().getWindow().hide());
        }
    }
}
