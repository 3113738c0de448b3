package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The meter of stalls tells a window that works or waits from one that only stands in line for a processor. */
@ExtendWith(ApplicationExtension.class)
class StallMeterJourney {
    private static final long STALL_MS = 700;

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new Label("a window")));
        stage.show();
    }

    private static double longestWhile(Runnable onTheWindow) throws InterruptedException {
        StallMeter meter = WaitForAsyncUtils.waitForAsyncFx(STALL_MS * 20, StallMeter::started);
        Thread.sleep(STALL_MS);
        Platform.runLater(onTheWindow);
        WaitForAsyncUtils.waitForFxEvents();
        Thread.sleep(STALL_MS);
        WaitForAsyncUtils.waitForAsyncFx(STALL_MS * 20, meter::stop);
        return meter.longestMillis();
    }

    @Test
    void whatTheWindowComputesAndWaitsForIsAStall() throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        assertThat(longestWhile(() -> {
                    long until = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(STALL_MS);
                    while (threads.getCurrentThreadCpuTime() < until) {
                        Thread.onSpinWait();
                    }
                }))
                .isGreaterThanOrEqualTo(STALL_MS * 0.9);
        assertThat(longestWhile(() -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(STALL_MS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .isGreaterThanOrEqualTo(STALL_MS * 0.9);
        assertThat(longestWhile(() -> {})).isLessThan(STALL_MS * 0.9);
    }
}
