package org.driftscope.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.support.DriftscopeException;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.OpenedNews;
import org.driftscope.ui.workspace.Workspace;
import org.driftscope.ui.workspace.WorkspaceLoader;

/** Opens models, images and sessions in the background. What does not open leaves everything as it was. */
public final class Opening {
    /** What is opened for a network that is there already. */
    private static final Set<FileRole> NEED_NETWORK = Set.of(FileRole.STATISTICS, FileRole.DEVICE, FileRole.LESSON);

    private final ExplorerViewModel explorer;
    private final JobMonitor monitor;
    private final ProblemSink problems;
    private final Consumer<Path> opened;
    private final ExperimentOpening experiments;
    private final DeviceOpening devices;
    private final SessionOpening sessions;
    private final NetworkSlot slot;
    private Consumer<Path> lessons = path -> {};
    private final OpenedNews news = new OpenedNews();

    /**
     * @param opened hears of each file that was opened, for the list of recent ones
     * @param study shows an experiment file that holds a grid of trials
     */
    public Opening(
            ExplorerViewModel explorer,
            JobMonitor monitor,
            BackgroundRunner runner,
            ProblemSink problems,
            Consumer<Path> opened,
            Consumer<Path> study) {
        this.explorer = explorer;
        this.monitor = monitor;
        this.slot = new NetworkSlot(explorer, runner, problems);
        this.problems = problems;
        this.opened = opened;
        this.devices = new DeviceOpening(explorer, monitor, problems, news, opened);
        this.sessions = new SessionOpening(explorer, monitor, problems, slot, news, opened);
        explorer.history().stateProperty().subscribe((before, after) -> news.changed());
        explorer.history().onMoved(move -> news.moved(move, words(files())));
        this.experiments = new ExperimentOpening(explorer, monitor, problems, slot::show, news, opened, study);
    }

    /** What was opened last, and which settings that changed. */
    public OpenedNews news() {
        return news;
    }

    /** Sessions belong to a keeper from now on, and nothing unsaved goes without a question. */
    public void attachTo(SessionKeeper keeper, UnsavedWork asking) {
        slot.attachTo(keeper, asking);
    }

    /** @param give gives the lesson of a file */
    public void onLesson(Consumer<Path> give) {
        lessons = give;
    }

    /**
     * What a window starts with: files, or the bundled sample. What belongs to a network that is open already, such as
     * statistics, comes after the sample.
     */
    public void first(List<Path> files) {
        if (!files.isEmpty() && !needNetwork(files)) {
            openAll(files);
        } else if (OpenRequest.sample().exists()) {
            open(OpenRequest.sample(), List.of(), files.isEmpty() ? () -> {} : () -> openAll(files));
        }
    }

    static boolean needNetwork(List<Path> files) {
        try {
            return files.stream().map(FileRole::kindOf).allMatch(NEED_NETWORK::contains);
        } catch (DriftscopeException e) {
            return false; // refused again, in words, when it is opened
        }
    }

    /** The bundled sample, if it is there. */
    public void openSample() {
        open(OpenRequest.sample(), List.of());
    }

    /** Another model: for the same images, where they can be its own, else without any until some are opened. */
    public void openModel(Path model) {
        open(files().withModel(model), List.of(model));
    }

    /** Other images for the same model. */
    public void openImages(Path images) {
        open(files().withImages(images), List.of(images));
    }

    /** The same files, prepared in another way, once the jobs before are done. */
    public void prepare(PreprocessingChoice.Request preprocessing) {
        Workspace open = explorer.workspaceProperty().get();
        if (open == null) {
            return;
        }
        OpenRequest request = open.files().withPreprocessing(preprocessing);
        String doing = "Preparing the images in another way";
        monitor.enqueue(Job.<Workspace>of(
                        doing,
                        (progress, cancel) -> WorkspaceLoader.load(request, progress, cancel),
                        workspace -> {
                            if (files().isSameAs(request)) {
                                slot.show(workspace);
                            } else {
                                // other files were opened while this one waited
                                workspace.close();
                            }
                        },
                        error -> {
                            refused(preprocessing);
                            problems.show(doing, error);
                        })
                .onCancelled(() -> refused(preprocessing))
                .onUnwanted(Workspace::close));
    }

    private void refused(PreprocessingChoice.Request preprocessing) {
        explorer.preparation().refused(explorer.workspaceProperty().get(), preprocessing);
    }

    /** Other images to calibrate with. */
    public void openCalibrationImages(Path images) {
        open(files().withCalibrationImages(images), List.of(images));
    }

    /**
     * Whatever was dropped: a session, an experiment or a lesson alone, or a model, images, or both; second images are for
     * calibration.
     */
    public void openAll(List<Path> paths) {
        try {
            OpenRequest request = files();
            boolean imagesSeen = false;
            Path statistics = null;
            for (Path path : paths) {
                switch (FileRole.kindOf(path)) {
                    case SESSION -> {
                        openSession(path);
                        return;
                    }
                    case STATISTICS -> statistics = path;
                    case DEVICE -> {
                        devices.open(path);
                        return;
                    }
                    case LESSON -> {
                        lessons.accept(path);
                        return;
                    }
                    case EXPERIMENT -> {
                        openExperiment(path);
                        return;
                    }
                    case MODEL -> request = request.withModel(path);
                    case IMAGES -> {
                        request = imagesSeen ? request.withCalibrationImages(path) : request.withImages(path);
                        imagesSeen = true;
                    }
                }
            }
            if (statistics != null && paths.size() == 1) {
                openStatistics(statistics);
            } else {
                Path also = statistics;
                open(request, paths, also == null ? () -> {} : () -> openStatistics(also));
            }
        } catch (DriftscopeException e) {
            problems.show("Opening what was dropped", e);
        }
    }

    /** Factory statistics of the open network: calibrations take them from now on. */
    public void openStatistics(Path file) {
        Workspace open = explorer.workspaceProperty().get();
        String doing = "Opening " + file.getFileName();
        if (open == null) {
            problems.show(doing, new DriftscopeException("Factory statistics belong to a model. Open that first."));
            return;
        }
        monitor.run(Job.<StatisticsFile>of(
                doing,
                (progress, cancel) -> open.readStatistics(file),
                read -> {
                    ExplorerState before = explorer.history().get();
                    // another network may have been opened meanwhile
                    if (open == explorer.workspaceProperty().get()) {
                        explorer.statistics().take(read);
                    }
                    news.opened(
                            String.valueOf(file.getFileName()),
                            open,
                            before,
                            explorer.history().get());
                    opened.accept(file);
                },
                error -> problems.show(doing, error)));
    }

    /** Devices of one's own. */
    public DeviceOpening devices() {
        return devices;
    }

    /** The settings of an experiment file, with the files it names; one with a grid of trials goes to the studies. */
    public void openExperiment(Path file) {
        experiments.open(file);
    }

    private OpenRequest files() {
        Workspace open = explorer.workspaceProperty().get();
        return open == null ? OpenRequest.sample() : open.files();
    }

    private void open(OpenRequest request, List<Path> forRecent) {
        open(request, forRecent, () -> {});
    }

    private void open(OpenRequest request, List<Path> forRecent, Runnable then) {
        String doing = "Opening "
                + (forRecent.isEmpty() ? words(request) : forRecent.get(0).getFileName());
        boolean fresh = explorer.workspaceProperty().get() == null;
        if (fresh || request.isSameModelAs(files())) {
            slot.guard().beforeClosing(doing, () -> load(doing, request, forRecent, then));
        } else {
            slot.guard().beforeAnotherNetwork(doing, () -> load(doing, request, forRecent, then));
        }
    }

    private void load(String doing, OpenRequest request, List<Path> forRecent, Runnable then) {
        // images that were given beside the model are its own, whatever was open before
        boolean modelAlone = forRecent.equals(List.of(request.model()));
        monitor.run(Job.<Workspace>of(
                        doing,
                        (progress, cancel) -> modelAlone
                                ? WorkspaceLoader.loadModel(request, progress, cancel)
                                : WorkspaceLoader.load(request, progress, cancel),
                        workspace -> {
                            ExplorerState before = explorer.history().get();
                            slot.show(workspace);
                            news.opened(
                                    words(request, forRecent),
                                    workspace,
                                    before,
                                    explorer.history().get());
                            forRecent.forEach(opened);
                            then.run();
                        },
                        error -> problems.show(doing, error))
                .onUnwanted(Workspace::close));
    }

    private static String words(OpenRequest request) {
        return request.isSample()
                ? "the bundled sample"
                : String.valueOf(request.model().getFileName());
    }

    private static String words(OpenRequest request, List<Path> paths) {
        return paths.isEmpty()
                ? words(request)
                : paths.stream().map(path -> String.valueOf(path.getFileName())).collect(Collectors.joining(", "));
    }

    /** Opens a session with all it refers to; it is the one that is saved to from then on. */
    public void openSession(Path file) {
        sessions.open(file);
    }

    /**
     * Opens what was kept of a session that has no file of its own.
     *
     * @param then runs when it is shown
     */
    public void restore(Path file, Runnable then) {
        sessions.restore(file, then);
    }

    /** Sessions, with all they refer to. */
    public SessionOpening sessions() {
        return sessions;
    }
}
