package org.driftscope.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.support.DriftscopeException;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.session.FileReference;
import org.driftscope.ui.session.Session;
import org.driftscope.ui.session.SessionFiles;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.Problem;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.OpenedNews;
import org.driftscope.ui.workspace.SessionRequest;
import org.driftscope.ui.workspace.Workspace;
import org.driftscope.ui.workspace.WorkspaceLoader;
import org.jspecify.annotations.Nullable;

/** Opens models, images and sessions in the background. What does not open leaves everything as it was. */
public final class Opening {
    private record OpenedSession(Session session, Workspace workspace, List<String> changedFiles) {}

    /** What is opened for a network that is there already. */
    private static final Set<FileRole> NEED_NETWORK = Set.of(FileRole.STATISTICS, FileRole.DEVICE);

    private final ExplorerViewModel explorer;
    private final JobMonitor monitor;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private final Consumer<Path> opened;
    private final ExperimentOpening experiments;
    private final DeviceOpening devices;
    private @Nullable SessionKeeper keeper;
    private Guard guard = new Guard() {};
    private final OpenedNews news = new OpenedNews();

    /** Asks before something is lost. By default nothing is asked. */
    interface Guard {
        /** Before all that is shown gives way to something else. @param go goes on; not called if the user declines */
        default void before(String doing, Runnable go) {
            go.run();
        }

        /** Before another network is opened: settings and points come along, a session's file is left behind. */
        default void beforeAnotherNetwork(String doing, Runnable go) {
            go.run();
        }

        /** Before the open network is closed, with the jobs that run on it. */
        default void beforeClosing(String doing, Runnable go) {
            go.run();
        }
    }

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
        this.runner = runner;
        this.problems = problems;
        this.opened = opened;
        this.devices = new DeviceOpening(explorer, monitor, problems, news, opened);
        this.experiments = new ExperimentOpening(explorer, monitor, problems, this::show, news, opened, study);
    }

    /** What was opened last, and which settings that changed. */
    public OpenedNews news() {
        return news;
    }

    /** Sessions belong to a keeper from now on, and nothing unsaved goes without a question. */
    public void attachTo(SessionKeeper sessions, Guard asking) {
        keeper = sessions;
        guard = asking;
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
                                show(workspace);
                            } else {
                                // other files were opened while this one waited
                                workspace.close();
                            }
                        },
                        error -> {
                            explorer.notPrepared(preprocessing);
                            problems.show(doing, error);
                        })
                .onCancelled(() -> explorer.notPrepared(preprocessing))
                .onUnwanted(Workspace::close));
    }

    /** Other images to calibrate with. */
    public void openCalibrationImages(Path images) {
        open(files().withCalibrationImages(images), List.of(images));
    }

    /**
     * Whatever was dropped: a session or an experiment alone, or a model, images, or both; second images are for
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
                    explorer.takeStatistics(open, read);
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
            guard.beforeClosing(doing, () -> load(doing, request, forRecent, then));
        } else {
            guard.beforeAnotherNetwork(doing, () -> load(doing, request, forRecent, then));
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
                            show(workspace);
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

    private void show(Workspace workspace) {
        replace(workspace, () -> explorer.open(workspace));
    }

    private void replace(Workspace workspace, Runnable opening) {
        Workspace before = explorer.workspaceProperty().get();
        if (keeper != null && before != null && !before.files().isSameModelAs(workspace.files())) {
            keeper.detach();
        }
        opening.run();
        if (before != null) {
            // waits for jobs that still use it
            runner.run(Job.of(
                    "Closing",
                    (progress, cancel) -> {
                        before.close();
                        return before;
                    },
                    closed -> {},
                    error -> problems.show("Closing the network before", error)));
        }
    }

    /** Opens a session with all it refers to; it is the one that is saved to from then on. */
    public void openSession(Path file) {
        String name = String.valueOf(file.getFileName());
        openSession("Opening " + name, name, file, session -> {
            opened.accept(file);
            if (keeper != null) {
                keeper.attach(file);
            }
        });
    }

    /**
     * Opens what was kept of a session that has no file of its own.
     *
     * @param then runs when it is shown
     */
    public void restore(Path file, Runnable then) {
        openSession("Restoring the session", "the session kept from last time", file, session -> {
            if (keeper != null) {
                keeper.adopt();
            }
            then.run();
        });
    }

    private void openSession(String doing, String name, Path file, Consumer<Session> then) {
        guard.before(doing, () -> loadSession(doing, name, file, then));
    }

    private void loadSession(String doing, String name, Path file, Consumer<Session> then) {
        monitor.run(Job.<OpenedSession>of(
                        doing,
                        (progress, cancel) -> {
                            Session session = SessionFiles.read(file);
                            Workspace workspace = WorkspaceLoader.load(SessionRequest.of(session), progress, cancel);
                            return withChanges(session, workspace);
                        },
                        result -> {
                            ExplorerState before = explorer.history().get();
                            replace(
                                    result.workspace(),
                                    () -> explorer.open(
                                            result.workspace(), result.session().state()));
                            news.opened(
                                    name,
                                    result.workspace(),
                                    before,
                                    explorer.history().get());
                            explorer.layers()
                                    .selectedProperty()
                                    .set(result.session().selectedLayer());
                            then.accept(result.session());
                            warnOfChanges(result.changedFiles());
                        },
                        error -> problems.show(doing, error))
                .onUnwanted(unseen -> unseen.workspace().close()));
    }

    /** Compares files with what the session says of them; the network is closed where they cannot be read. */
    private static OpenedSession withChanges(Session session, Workspace workspace) {
        try {
            return new OpenedSession(session, workspace, changed(session, workspace));
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    private static List<String> changed(Session session, Workspace workspace) {
        List<String> changed = new ArrayList<>();
        if (differs(session.model(), workspace.network().sha256())) {
            changed.add(session.model().path().getFileName().toString());
        }
        FileReference evaluation = session.evaluation();
        if (evaluation != null && differs(evaluation, workspace.imagesSha256())) {
            changed.add(evaluation.path().getFileName().toString());
        }
        FileReference calibration = session.calibration();
        if (calibration != null && differs(calibration, workspace.calibrationSha256())) {
            changed.add(calibration.path().getFileName().toString());
        }
        return changed;
    }

    private static boolean differs(FileReference reference, String sha256) {
        return !reference.sha256().isEmpty() && !reference.sha256().equals(sha256);
    }

    private void warnOfChanges(List<String> changedFiles) {
        if (!changedFiles.isEmpty()) {
            problems.show(new Problem(
                    "Since the session was saved, the content of " + String.join(", ", changedFiles) + " has changed.",
                    "The session is open, but accuracies of its points may no longer be reproduced.",
                    ""));
        }
    }
}
