package org.driftscope.ui.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.Workbench;
import org.driftscope.io.image.ImageReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.Progress;

/** Opens files and makes a workspace of them. Slow: it starts the numerical library on first use. */
final class WorkspaceLoader {
    private static final int STEPS = 3;

    private WorkspaceLoader() {}

    static Workspace load(OpenRequest request, Progress progress, CancelToken cancel) {
        progress.report("Reading " + request.model().getFileName(), 0, STEPS);
        Network network = OnnxReader.read(request.model());
        cancel.throwIfCancelled();
        progress.report("Reading " + request.evaluation().getFileName(), 1, STEPS);
        ImageSource evaluation = images(request.evaluation());
        Path other = request.calibration();
        ImageSplit split = other == null ? ImageSplit.of(evaluation) : ImageSplit.of(evaluation, images(other));
        cancel.throwIfCancelled();
        progress.report("Starting the numerical library", 2, STEPS);
        Preprocessing preprocessing = Preprocessing.preset(evaluation.suggestedPreprocessing());
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        Workbench bench = new Workbench(network, split.evaluation(), split.calibration(), preprocessing, threads);
        return new Workspace(bench, request, note(evaluation, split, preprocessing));
    }

    private static ImageSource images(Path path) {
        if (!Files.exists(path)) {
            throw new DataFormatException(path + " is not there. Choose where the images are.");
        }
        return ImageReader.open(path);
    }

    private static String note(ImageSource all, ImageSplit split, Preprocessing preprocessing) {
        return String.format(
                Locale.US,
                "%,d of %,d images of %s are scored, calibration images are drawn from %,d others. Preprocessing: %s.",
                split.evaluation().count(),
                all.count(),
                all.name(),
                split.calibration().count(),
                preprocessing.name());
    }
}
