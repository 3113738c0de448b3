package org.driftscope.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FaultsTest {
    private final List<Problem> told = new ArrayList<>();
    private final Faults faults = new Faults(told::add);

    private static void fail(String how) {
        throw new IllegalStateException(how);
    }

    private void faultOnTheWindowThread(String how) {
        Platform.runLater(() -> {
            faults.watch();
            try {
                fail(how);
            } catch (IllegalStateException e) {
                Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
            } finally {
                faults.rest();
            }
        });
    }

    @Test
    void hearsOfAFaultInABindingWhichJavaFxKeepsToItself() throws TimeoutException {
        StringBinding binding = Bindings.createStringBinding(() -> {
            throw new IllegalStateException("in a binding");
        });
        Platform.runLater(() -> {
            faults.watch();
            binding.get();
            faults.rest();
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !told.isEmpty());
        assertThat(told.get(0).details()).contains("in a binding");
    }

    @Test
    void givesBackWhatItHasTaken() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
            Thread.UncaughtExceptionHandler others = Thread.getDefaultUncaughtExceptionHandler();
            faults.watch();
            assertThat(Thread.currentThread().getUncaughtExceptionHandler()).isSameAs(faults);
            faults.rest();
            assertThat(Thread.currentThread().getUncaughtExceptionHandler()).isSameAs(before);
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(others);
        });
    }

    @Test
    void leavesWhatAnotherHasTakenSince() {
        Faults later = new Faults(told::add);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            faults.watch();
            later.watch();
            faults.rest();
            assertThat(Thread.currentThread().getUncaughtExceptionHandler()).isSameAs(later);
            later.rest();
            faults.rest();
        });
    }

    @Test
    void tellsAFaultOnceHoweverOftenItComes() throws TimeoutException {
        for (int i = 0; i < 25; i++) {
            faultOnTheWindowThread("in every pulse");
        }
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !told.isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(told).singleElement().satisfies(problem -> {
            assertThat(problem.sentence()).isEqualTo("What you just did failed unexpectedly.");
            assertThat(problem.details()).contains("in every pulse");
        });
    }
}
