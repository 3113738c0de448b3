package org.driftscope.ui.heatmap;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.LayerPicture;

/**
 * Measures a moving drift slider without the simulator: every frame shows other conductances of a 512 x 512 layer, three
 * maps of at least 512 x 512 pixels. Prints the FX thread's work a frame and the time from frame to frame; run it with
 * {@code -Dprism.order=sw}.
 */
public final class HeatmapFrames {
    private static final int WARM_UP = 120;
    private static final int FRAMES = 300;

    private HeatmapFrames() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window. */
    public static final class Window extends Application {
        private final List<Double> work = new ArrayList<>();
        private final List<Double> intervals = new ArrayList<>();
        private final Map<String, Long> cpuAtStart = new TreeMap<>();
        private final List<LayerPicture> pictures = new ArrayList<>();
        private long last;
        private int frame;

        @Override
        public void start(Stage stage) {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            for (int step = 0; step < 8; step++) {
                pictures.add(SamplePictures.drifted("layer", 512, 512, 0.05 + 0.03 * step, 7));
            }
            HeatmapViewModel model = new HeatmapViewModel();
            HeatmapView view = new HeatmapView(model);
            stage.setScene(new Scene(view, 1720, 640));
            stage.show();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    long start = System.nanoTime();
                    model.show(pictures.get(frame % pictures.size()));
                    view.layout();
                    record((System.nanoTime() - start) / 1e6, start);
                }
            }.start();
        }

        private void record(double milliseconds, long start) {
            if (frame == WARM_UP) {
                cpuAtStart.putAll(cpuByThread());
            }
            if (frame > WARM_UP) {
                work.add(milliseconds);
                intervals.add((start - last) / 1e6);
            }
            last = start;
            if (++frame == WARM_UP + FRAMES) {
                report("FX thread's work a frame", work);
                report("frame to frame", intervals);
                cpuByThread()
                        .forEach((thread, nanoseconds) -> System.out.printf(
                                Locale.ROOT,
                                "%s: mean %.2f ms of processor time a frame%n",
                                thread,
                                (nanoseconds - cpuAtStart.getOrDefault(thread, 0L)) / 1e6 / FRAMES));
                Platform.exit();
            }
        }

        /** Processor time tells the cost on a machine that does other things too. */
        private static Map<String, Long> cpuByThread() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            Map<String, Long> times = new TreeMap<>();
            for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (thread != null && thread.getThreadName().matches("JavaFX App.*|QuantumRenderer.*")) {
                    times.put(thread.getThreadName(), threads.getThreadCpuTime(thread.getThreadId()));
                }
            }
            return times;
        }

        private static void report(String what, List<Double> times) {
            Collections.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%s: median %.2f ms, 95 %% below %.2f ms, longest %.2f ms%n",
                    what,
                    times.get(times.size() / 2),
                    times.get(times.size() * 95 / 100),
                    times.get(times.size() - 1));
        }
    }
}
