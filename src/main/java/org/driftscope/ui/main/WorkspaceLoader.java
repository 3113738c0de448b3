package org.driftscope.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftscope.data.ImageSource;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.Workbench;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.image.ImageOptions;
import org.driftscope.io.image.ImageReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** Opens files and makes a workspace of them. Slow: it starts the numerical library on first use. */
final class WorkspaceLoader {
    private WorkspaceLoader() {}

    static Workspace load(OpenRequest request, Progress progress, CancelToken cancel) {
        progress.report("Reading " + request.model().getFileName(), 0, 1);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        OpenedBench opened = request.calibration() == null
                ? split(request, threads)
                : benchFiles(request).open(threads);
        if (cancel.isCancelled()) {
            opened.close();
        }
        cancel.throwIfCancelled();
        return new Workspace(opened.workbench(), request, opened.statistics(), note(opened));
    }

    /** The same files for the command line. */
    static BenchFiles benchFiles(OpenRequest request) {
        return new BenchFiles(
                request.model(),
                request.evaluation(),
                request.calibration(),
                PreprocessingChoice.Request.none(),
                ImageSplit.MOST_SCORED,
                request.statistics());
    }

    /** One set of images for both, in parts that do not overlap. */
    private static OpenedBench split(OpenRequest request, int threads) {
        Network network = OnnxReader.read(request.model());
        ImageSource all = ImageReader.open(
                request.evaluation(),
                ImageOptions.forInput("", network.inputs().get(0).dims()));
        ImageSplit split = ImageSplit.of(all);
        PreprocessingChoice choice = PreprocessingChoice.of(PreprocessingChoice.Request.none(), all);
        Workbench bench =
                new Workbench(network, split.evaluation(), split.calibration(), choice.preprocessing(), threads);
        List<String> notes = new ArrayList<>(List.of(choice.sentence()));
        notes.addAll(all.notes());
        return OpenedBench.with(bench, notes, request.statistics());
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
