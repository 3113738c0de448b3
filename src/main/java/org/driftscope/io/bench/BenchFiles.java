package org.driftscope.io.bench;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.data.ImageSample;
import org.driftscope.data.ImageSource;
import org.driftscope.data.InputCheck;
import org.driftscope.data.NoImages;
import org.driftscope.data.Overlap;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.evaluation.BatchSelfCheck;
import org.driftscope.experiment.GradientNeed;
import org.driftscope.experiment.Workbench;
import org.driftscope.io.image.ImageOptions;
import org.driftscope.io.image.ImageReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;

/**
 * Which files to work on.
 *
 * @param model ONNX file
 * @param evaluation labelled images to score with
 * @param calibration images to draw calibration samples from; where they are the evaluation images, the last fifth of
 *     these is set apart; null where nothing is to be calibrated, or from factory statistics alone
 * @param preprocessing what the user asked for
 * @param limit first images of the evaluation set to use; 0 means all
 * @param statistics files of factory statistics that calibrations may use
 */
@RecordBuilder
public record BenchFiles(
        Path model,
        Path evaluation,
        @Nullable Path calibration,
        PreprocessingChoice.Request preprocessing,
        int limit,
        List<StatisticsChoice> statistics)
        implements BenchFilesBuilder.With {
    public BenchFiles {
        statistics = List.copyOf(statistics);
        if (limit < 0) {
            throw new SpecException("limit", limit, "1 or more, or left out for all images");
        }
    }

    /** Without files of statistics. */
    public BenchFiles(
            Path model,
            Path evaluation,
            @Nullable Path calibration,
            PreprocessingChoice.Request preprocessing,
            int limit) {
        this(model, evaluation, calibration, preprocessing, limit, List.of());
    }

    /**
     * Reads the model, opens the images and checks that they fit.
     *
     * @param threads worker threads of the workbench
     * @throws org.driftscope.support.DriftscopeException if a file is bad or they do not fit together
     */
    public OpenedBench open(int threads) {
        Network network = OnnxReader.read(model);
        ImageOptions options = imageOptions(network);
        ImageSource all = ImageReader.open(evaluation, options);
        ImageSplit used = used(network, all, options);
        InputCheck.requireFit(
                used.evaluation(), network.name(), network.inputs().get(0).dims());
        PreprocessingProposal proposal = PreprocessingProposal.of(preprocessing, network, scorable(all), threads);
        List<String> notes = new ArrayList<>(proposal.notes());
        notes.addAll(all.notes());
        if (calibration != null) {
            notes.addAll(remarks(calibration, all, used));
        }
        boolean trains = network.nodes().stream()
                .anyMatch(node -> node.op().equals("BatchNormalization")
                        && node.attributes().integer("training_mode", 0) != 0);
        if (trains) {
            notes.add(network.name() + " was exported in training mode. Its batch norms use their stored statistics.");
        }
        String gaps = GradientNeed.note(network);
        if (gaps != null) {
            notes.add(gaps);
        }
        BatchSelfCheck checked = BatchSelfCheck.of(network, used.evaluation(), proposal.preprocessing());
        if (checked.warning() != null) {
            notes.add(checked.warning());
        }
        Workbench bench = new Workbench(
                checked.network(), used.evaluation(), used.calibration(), proposal.preprocessing(), threads);
        return OpenedBench.with(bench, notes, statistics, proposal);
    }

    /** All images that could be scored, whatever the limit, so that it does not decide how they are prepared. */
    private ImageSource scorable(ImageSource all) {
        return calibration != null && same(calibration, evaluation)
                ? ImageSplit.of(all, 0).evaluation()
                : all;
    }

    private ImageSplit used(Network network, ImageSource all, ImageOptions options) {
        if (calibration != null && same(calibration, evaluation)) {
            return ImageSplit.of(all, limit);
        }
        ImageSource images = limit == 0 ? all : ImageSample.of(all, limit);
        if (calibration != null) {
            return new ImageSplit(images, ImageReader.open(calibration, options));
        }
        return new ImageSplit(
                images,
                statistics.isEmpty()
                        ? images
                        : NoImages.fitting(network.inputs().get(0).dims()));
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /**
     * A model, perhaps with factory statistics, and no images at all: it can be looked at and, from such statistics,
     * calibrated, but not scored.
     *
     * @param threads worker threads of the workbench
     * @throws org.driftscope.support.DriftscopeException if a file is bad or they do not fit together
     */
    public static OpenedBench openWithoutImages(Path model, List<StatisticsChoice> statistics, int threads) {
        Network network = OnnxReader.read(model);
        ImageSource none = NoImages.fitting(network.inputs().get(0).dims());
        PreprocessingProposal untried =
                PreprocessingProposal.untried(PreprocessingChoice.of(PreprocessingChoice.Request.none(), none));
        Workbench bench = new Workbench(network, none, none, untried.preprocessing(), threads);
        return OpenedBench.with(bench, List.of(), statistics, untried);
    }

    private ImageOptions imageOptions(Network network) {
        String preset = preprocessing.preset();
        return ImageOptions.forInput(
                preset == null ? "" : preset, network.inputs().get(0).dims());
    }

    private List<String> remarks(Path samples, ImageSource all, ImageSplit used) {
        return same(samples, evaluation)
                ? List.of("The last " + used.calibration().count() + " images of " + all.name()
                        + " are set apart to calibrate with.")
                : overlap(used.evaluation(), used.calibration());
    }

    private static List<String> overlap(ImageSource images, ImageSource samples) {
        int shared = Overlap.count(images, samples);
        return shared == 0
                ? List.of()
                : List.of(shared + " images are in both the evaluation set " + images.name()
                        + " and the calibration set " + samples.name()
                        + ". The accuracy after calibration may look better than it is.");
    }
}
