package org.driftscope.ui.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.driftscope.data.ImageSource;
import org.driftscope.data.InputPicture;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.Workbench;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.bench.PreprocessingProposal;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.network.Network;
import org.driftscope.network.run.LayerPositions;
import org.driftscope.ui.settings.model.PreprocessingViewModel;
import org.jspecify.annotations.Nullable;

/**
 * An open network with its images. Jobs borrow the workbench for as long as they compute, so that closing waits for them
 * instead of pulling memory away beneath native code.
 */
public final class Workspace implements AutoCloseable {
    /** What a job does with the workbench. */
    @FunctionalInterface
    public interface BenchWork<T> {
        T on(Workbench bench);
    }

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Workbench bench;
    private final OpenRequest files;
    private final List<StatisticsFile> statistics;
    private final PreprocessingProposal preprocessing;
    private final @Nullable InputPicture picture;
    private final String note;
    private final Map<String, Long> positions;
    private boolean closed;

    /**
     * Slow: it runs the network once.
     *
     * @param opened closed with this
     * @param note in words, what a user should know of how the files were taken; "" if nothing
     */
    public Workspace(OpenedBench opened, OpenRequest files, String note) {
        this.bench = opened.workbench();
        this.files = files;
        this.statistics = new CopyOnWriteArrayList<>(opened.statistics());
        this.preprocessing = opened.preprocessing();
        this.note = note;
        ImageSource images = bench.evaluationImages();
        this.picture = images.count() == 0 ? null : InputPicture.of(images, bench.preprocessing(), 0);
        this.positions =
                LayerPositions.of(bench.network(), new long[] {1, images.channels(), images.height(), images.width()});
    }

    /**
     * Computes with the workbench; blocks while it is being closed, so never called on the JavaFX thread.
     *
     * @throws CancellationException if the workspace was closed meanwhile
     */
    public <T> T use(BenchWork<T> work) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new CancellationException("another network was opened");
            }
            return work.on(bench);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Reads a file of factory statistics, so that calibrations can use it. Never called on the JavaFX thread.
     *
     * @throws org.driftscope.support.DriftscopeException if it is damaged or does not fit this network
     */
    public StatisticsFile readStatistics(Path file) {
        StatisticsFile read = use(on -> StatisticsChoice.of(file).addTo(on));
        statistics.removeIf(known -> known.sha256().equals(read.sha256()));
        statistics.add(read);
        return read;
    }

    /** Files of factory statistics that calibrations can use. */
    public List<StatisticsFile> statistics() {
        return List.copyOf(statistics);
    }

    /** Whether calibrations can use what a state or a trial names. @param sha256 empty for the calibration images */
    public boolean knowsStatistics(String sha256) {
        return sha256.isEmpty()
                || statistics.stream().anyMatch(known -> known.sha256().equals(sha256));
    }

    /** How often each layer's weights are used in one inference, by layer's name. */
    public Map<String, Long> positions() {
        return positions;
    }

    public Network network() {
        return bench.network();
    }

    /** How images are prepared, and why so. */
    public PreprocessingProposal preprocessing() {
        return preprocessing;
    }

    /** The same for the settings, with an image as the network takes it. */
    public PreprocessingViewModel.Shown inputShown() {
        return new PreprocessingViewModel.Shown(
                preprocessing.preprocessing(),
                preprocessing.asked() && !files.preprocessing().certain(),
                hasImages() ? bench.evaluationImages().channels() : 0,
                preprocessing.scores().isEmpty() ? "" : preprocessing.sentence(),
                preprocessing.warning(),
                picture);
    }

    /** Whether there are images to score with. */
    public boolean hasImages() {
        return evaluationCount() > 0;
    }

    /** The network's input in words, e.g. "1 x 28 x 28"; "any" where a size is free. */
    public String inputWords() {
        return network().inputs().get(0).dims().stream()
                .skip(1)
                .map(size -> size < 0 ? "any" : Long.toString(size))
                .collect(Collectors.joining(" x "));
    }

    /** The same files as they are to be saved: with the preprocessing in force, chosen or found. */
    public OpenRequest filesAsUsed() {
        return files().withPreprocessing(PreprocessingChoice.Request.of(preprocessing.preprocessing()));
    }

    /** Whether images are so large that they are scored in parts, a small sample first. */
    public boolean scoresInParts() {
        return bench.scoresInParts();
    }

    /** Number of images that are scored. */
    public int evaluationCount() {
        return bench.evaluationImages().count();
    }

    public int calibrationCount() {
        return bench.calibrationImages().count();
    }

    public String imagesName() {
        return bench.evaluationImages().name();
    }

    public int classes() {
        return bench.evaluationImages().classNames().size();
    }

    public List<String> classNames() {
        return bench.evaluationImages().classNames();
    }

    public String imagesSha256() {
        return bench.evaluationImages().sha256();
    }

    public String calibrationSha256() {
        return bench.calibrationImages().sha256();
    }

    /** What results of this workspace come from. */
    public Provenance provenance() {
        return Provenance.of(bench);
    }

    /** With all files of statistics that were read. */
    public OpenRequest files() {
        return files.withStatistics(statistics.stream()
                .map(known -> new StatisticsChoice(known.file(), known.sha256()))
                .toList());
    }

    public String note() {
        return note;
    }

    /** Waits for the jobs that use it. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                bench.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
