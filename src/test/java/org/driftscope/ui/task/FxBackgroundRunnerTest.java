package org.driftscope.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.driftscope.ui.task.BackgroundRunner.Cancellable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FxBackgroundRunnerTest {
    private final AtomicReference<Cancellable> handle = new AtomicReference<>();
    private FxBackgroundRunner runner;

    @BeforeEach
    void start() {
        runner = new FxBackgroundRunner();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void theHandleOfAnActionThatHasRunKeepsNothingOfIt() throws TimeoutException, InterruptedException {
        WeakReference<Object> held = scheduled(Duration.ofMillis(1));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> isGone(held));
        assertThat(handle.get()).isNotNull();
    }

    @Test
    void theHandleOfAnActionThatWasCalledOffKeepsNothingOfIt() throws TimeoutException, InterruptedException {
        WeakReference<Object> held = scheduled(Duration.ofHours(1));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> handle.get() != null);
        Platform.runLater(() -> handle.get().cancel());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> isGone(held));
        assertThat(handle.get()).isNotNull();
    }

    private WeakReference<Object> scheduled(Duration delay) {
        Object content = List.of(Instant.now());
        Platform.runLater(() -> handle.set(runner.later(delay, content::hashCode)));
        return new WeakReference<>(content);
    }

    private static boolean isGone(WeakReference<Object> held) {
        System.gc();
        return held.get() == null;
    }
}
