package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.Locale;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** Opens files and makes a workspace of them. Slow: it starts the numerical library on first use. */
final class WorkspaceLoader {
    /** Images that are scored at most, so that answers stay quick. */
    static final int MOST_SCORED = 2000;

    private WorkspaceLoader() {}

    static Workspace load(OpenRequest request, Progress progress, CancelToken cancel) {
        progress.report("Reading " + request.model().getFileName(), 0, 1);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        OpenedBench opened = benchFiles(request).open(threads);
        try {
            cancel.throwIfCancelled();
            return new Workspace(opened.workbench(), request, opened.statistics(), note(opened));
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    /** The same files for the command line. */
    static BenchFiles benchFiles(OpenRequest request) {
        Path calibration = request.calibration();
        return new BenchFiles(
                request.model(),
                request.evaluation(),
                calibration == null ? request.evaluation() : calibration,
                PreprocessingChoice.Request.none(),
                MOST_SCORED,
                request.statistics());
    }

    private static String note(OpenedBench opened) {
        String counts = String.format(
                Locale.US,
                "%,d images are scored, calibration images are drawn from %,d others.",
                opened.workbench().evaluationImages().count(),
                opened.workbench().calibrationImages().count());
        return counts + "\n" + String.join("\n", opened.notes());
    }
}
