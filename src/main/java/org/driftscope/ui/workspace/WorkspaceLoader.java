package org.driftscope.ui.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.files.Hashes;
import org.driftscope.support.CancelToken;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens files and makes a workspace of them. Slow: it starts the numerical library on first use. */
public final class WorkspaceLoader {
    /** Images that are scored at most, so that answers stay quick. */
    public static final int MOST_SCORED = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceLoader.class);

    private WorkspaceLoader() {}

    public static Workspace load(OpenRequest request, Progress progress, CancelToken cancel) {
        progress.report("Reading " + request.model().getFileName(), 0, 1);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        OpenedBench opened = request.evaluation() == null
                ? BenchFiles.openWithoutImages(request.model(), request.statistics(), threads)
                : benchFiles(request).open(threads);
        try {
            cancel.throwIfCancelled();
            return new Workspace(opened, request, note(opened));
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    /** The same, but a model that the images do not fit, or that the sample's shapes say nothing of, comes without any. */
    public static Workspace loadModel(OpenRequest request, Progress progress, CancelToken cancel) {
        if (request.evaluation() == null || request.hasSampleImages() && !isSampleNetwork(request.model())) {
            return load(request.withoutImages(), progress, cancel);
        }
        try {
            return load(request, progress, cancel);
        } catch (IncompatibleShapeException e) {
            LOG.debug("The images do not fit {}", request.model(), e);
            return load(request.withoutImages(), progress, cancel);
        }
    }

    /** By content: a copy under another name is the same network. */
    private static boolean isSampleNetwork(Path model) {
        Path sample = OpenRequest.sample().model();
        return Files.isRegularFile(sample) && Hashes.sha256(sample).equals(Hashes.sha256(model));
    }

    /** The same files for the command line. @throws IllegalStateException if no images are open */
    public static BenchFiles benchFiles(OpenRequest request) {
        Path calibration = request.calibration();
        return new BenchFiles(
                request.model(),
                request.scored(),
                calibration == null ? request.scored() : calibration,
                request.preprocessing(),
                MOST_SCORED,
                request.statistics());
    }

    private static String note(OpenedBench opened) {
        int scored = opened.workbench().evaluationImages().count();
        String counts = scored == 0
                ? "No images are open yet."
                : String.format(
                        Locale.US,
                        "%,d images are scored, calibration images are drawn from %,d others.",
                        scored,
                        opened.workbench().calibrationImages().count());
        return counts + "\n" + String.join("\n", opened.notes());
    }
}
