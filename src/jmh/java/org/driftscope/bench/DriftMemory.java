package org.driftscope.bench;

import java.util.List;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.driftscope.experiment.setting.DriftSettings;
import org.bytedeco.javacpp.Pointer;
import org.driftscope.ui.workspace.Desktop;
import org.driftscope.ui.main.Explorer;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.session.UserFolders;

/**
 * The real window's memory while someone moves the drift slider again and again: each of 200 changes is a drag of ten
 * frames to another drift, and ends when the accuracy there and the feature error of every layer are on screen. Needs a
 * display.
 */
public final class DriftMemory {
    private static final int CHANGES = 200;
    private static final int EVERY = 20;
    private static final int FRAMES = 10;
    private static final long FRAME_MS = 16;
    private static final double MB = 1 << 20;
    /** From here on the curve should be flat. */
    private static final int WARM = 20;

    private DriftMemory() {}

    /** @param args unused */
    public static void main(String[] args) {
        Application.launch(Window.class);
        System.exit(0);
    }

    /** The window, with a user's files of its own. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) throws IOException {
            UserFolders folders = UserFolders.in(Files.createTempDirectory("drift-memory"));
            Explorer explorer = new Explorer(stage, folders, "bench", Desktop.ofThisUser(stage, folders, folder -> {}));
            explorer.start(List.of());
            Thread driver = new Thread(() -> drive(explorer.model()), "drift-memory");
            driver.setDaemon(true);
            driver.start();
        }
    }

    private static void drive(ExplorerViewModel model) {
        awaitReading(model, 0.2);
        System.out.println("change   resident MB   heap used MB   heap committed MB");
        print(0);
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        for (int change = 1; change <= CHANGES; change++) {
            double target = 0.05 + 0.3 * (change * 37 % 100) / 100;
            drag(model, target);
            awaitReading(model, target);
            if (change == 1 || change % EVERY == 0) {
                double resident = print(change);
                lowest = change < WARM ? lowest : Math.min(lowest, resident);
                highest = change < WARM ? highest : Math.max(highest, resident);
            }
        }
        System.out.printf("resident memory from change %d on: %.0f to %.0f MB%n", WARM, lowest, highest);
        Platform.exit();
    }

    private static void drag(ExplorerViewModel model, double target) {
        double from = model.settings().number(DriftSettings.DRIFT).get();
        for (int frame = 1; frame <= FRAMES; frame++) {
            double drift = from + (target - from) * frame / FRAMES;
            onFx(() -> {
                model.settings().number(DriftSettings.DRIFT).set(drift);
                return null;
            });
            pause();
        }
    }

    private static void awaitReading(ExplorerViewModel model, double drift) {
        Supplier<Boolean> settled = () -> {
            var reading = model.accuracy().driftedProperty().get();
            return reading != null
                    && Math.abs(model.history().get().relativeDrift() - drift) < 1e-9
                    && reading.asked().equals(model.history().get().onChip())
                    && !model.accuracy().busyProperty().get();
        };
        while (!onFx(settled)) {
            pause();
        }
    }

    private static double print(int change) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double resident = Pointer.physicalBytes() / MB;
        System.out.printf(
                "%6d   %11.0f   %12.0f   %17.0f%n", change, resident, heap.getUsed() / MB, heap.getCommitted() / MB);
        return resident;
    }

    private static <T> T onFx(Supplier<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> result.complete(call.get()));
        return result.join();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(FRAME_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
