package org.driftscope.ui.explorer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.driftscope.experiment.CalibratedChip.CalibratedLayer;
import org.driftscope.experiment.CalibrationSession.LayerListener;
import org.driftscope.ui.layers.LayerError;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.workspace.Calibrated;

/** Carries finished layers from the workers to the window, many at a time; silent once closed. Thread-safe. */
final class LayerFeed implements LayerListener {
    private final BackgroundRunner runner;
    private final Consumer<Map<String, LayerError>> publish;
    private final Map<String, LayerError> waiting = new HashMap<>();
    private boolean closed;

    LayerFeed(BackgroundRunner runner, Consumer<Map<String, LayerError>> publish) {
        this.runner = runner;
        this.publish = publish;
    }

    @Override
    public void done(String layer, CalibratedLayer result) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.put(layer, Calibrated.error(result));
        }
        if (first) {
            runner.onWindowThread(this::deliver);
        }
    }

    private void deliver() {
        Map<String, LayerError> errors;
        synchronized (this) {
            errors = Map.copyOf(waiting);
            waiting.clear();
            if (closed) {
                return;
            }
        }
        publish.accept(errors);
    }

    /** Nothing is published any more. */
    synchronized void close() {
        closed = true;
    }
}
