package org.driftscope.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.Devices;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.session.FileReference;
import org.driftscope.ui.session.MissingChip;
import org.driftscope.ui.session.Session;
import org.driftscope.ui.session.SessionFiles;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.Problem;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.Asker;
import org.driftscope.ui.workspace.OpenedNews;
import org.driftscope.ui.workspace.Question;
import org.driftscope.ui.workspace.Question.Answer;
import org.driftscope.ui.workspace.Question.Role;
import org.driftscope.ui.workspace.SessionRequest;
import org.driftscope.ui.workspace.Workspace;
import org.driftscope.ui.workspace.WorkspaceLoader;

/** Opens sessions with all they refer to; asks where a measured chip is that has moved. */
public final class SessionOpening {
    private final ExplorerViewModel explorer;
    private final JobMonitor monitor;
    private final ProblemSink problems;
    private final NetworkSlot slot;
    private final OpenedNews news;
    private final Consumer<Path> opened;
    private Asker asker;
    private Supplier<Optional<Path>> chips = Optional::empty;

    /**
     * What is opened.
     *
     * @param doing for the job
     * @param name for the news
     * @param then runs when it is shown
     */
    private record Asked(String doing, String name, Path file, Runnable then) {}

    private record Opened(Session session, Workspace workspace, List<String> changedFiles) {}

    SessionOpening(
            ExplorerViewModel explorer,
            JobMonitor monitor,
            ProblemSink problems,
            NetworkSlot slot,
            OpenedNews news,
            Consumer<Path> opened) {
        this.explorer = explorer;
        this.monitor = monitor;
        this.problems = problems;
        this.slot = slot;
        this.news = news;
        this.opened = opened;
        this.asker = question -> problems.show(new Problem(question.sentence(), question.detail(), ""));
    }

    /**
     * @param asking puts the question where a measured chip is now
     * @param choosing lets the user choose its file
     */
    public void askWith(Asker asking, Supplier<Optional<Path>> choosing) {
        asker = asking;
        chips = choosing;
    }

    void open(Path file) {
        String name = String.valueOf(file.getFileName());
        guarded(new Asked("Opening " + name, name, file, () -> {
            opened.accept(file);
            SessionKeeper keeper = slot.keeper();
            if (keeper != null) {
                keeper.attach(file);
            }
        }));
    }

    void restore(Path file, Runnable then) {
        guarded(new Asked("Restoring the session", "the session kept from last time", file, () -> {
            SessionKeeper keeper = slot.keeper();
            if (keeper != null) {
                keeper.adopt();
            }
            then.run();
        }));
    }

    private void guarded(Asked asked) {
        slot.guard().before(asked.doing(), () -> load(asked));
    }

    private void load(Asked asked) {
        Devices known = explorer.settings().devices().known();
        monitor.run(Job.<Opened>of(
                        asked.doing(),
                        (progress, cancel) -> {
                            Session session = SessionFiles.read(asked.file(), known);
                            Workspace workspace = WorkspaceLoader.load(SessionRequest.of(session), progress, cancel);
                            return withChanges(session, workspace);
                        },
                        result -> show(asked, result),
                        error -> failed(asked, error))
                .onUnwanted(unseen -> unseen.workspace().close()));
    }

    private void show(Asked asked, Opened result) {
        Workspace workspace = result.workspace();
        ExplorerState before = explorer.history().get();
        slot.replace(workspace, () -> explorer.open(workspace, result.session().state()));
        news.opened(asked.name(), workspace, before, explorer.history().get());
        explorer.layers().selectedProperty().set(result.session().selectedLayer());
        asked.then().run();
        warnOfChanges(result.changedFiles());
    }

    private void failed(Asked asked, Throwable error) {
        if (error instanceof MissingChip missing) {
            asker.ask(new Question(
                    missing.userMessage(),
                    "The session opens once its file is found.",
                    List.of(
                            new Answer("choose", "Choose the file…", Role.FIRST, () -> chips.get()
                                    .ifPresent(file -> take(asked, missing, file))),
                            Answer.cancel())));
        } else {
            problems.show(asked.doing(), error);
        }
    }

    /** The chip where it is now, and then the session. */
    private void take(Asked asked, MissingChip missing, Path file) {
        monitor.run(Job.<DeviceKind>of(
                "Opening " + file.getFileName(),
                (progress, cancel) -> DeviceFiles.openChip(file, missing.id())
                        .orElseThrow(() -> new MissingChip(
                                missing.id(),
                                file.getFileName() + " is not the chip that " + asked.name() + " was saved with.")),
                chip -> {
                    explorer.settings().devices().add(Devices.listed().with(chip));
                    load(asked);
                },
                error -> failed(asked, error)));
    }

    /** Compares files with what the session says of them; the network is closed where they cannot be read. */
    private static Opened withChanges(Session session, Workspace workspace) {
        try {
            return new Opened(session, workspace, changed(session, workspace));
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
