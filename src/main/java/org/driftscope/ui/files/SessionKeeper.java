package org.driftscope.ui.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.driftscope.support.DriftscopeException;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.session.Autosave;
import org.driftscope.ui.session.FileReference;
import org.driftscope.ui.session.LastSession;
import org.driftscope.ui.session.Session;
import org.driftscope.ui.session.SessionFiles;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.BackgroundRunner.Cancellable;
import org.driftscope.ui.task.InOrder;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves sessions: to the user's file when asked, and to the autosave a moment after every change. */
public final class SessionKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SessionKeeper.class);
    private static final Duration REST = Duration.ofSeconds(2);

    /** What a session file holds, to tell whether anything has changed since. */
    private record Kept(ExplorerState state, OpenRequest files) {}

    private final ExplorerViewModel explorer;
    private final Autosave autosave;
    private final LastSession last;
    private final BackgroundRunner runner;
    private final LatestOnly autosaves;
    private final InOrder saves;
    private final ProblemSink problems;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private @Nullable Path file;
    private @Nullable Kept saved;
    /** Counts what the window was said to show: a file that is written meanwhile belongs to what was shown before. */
    private int shown;

    private boolean autosaving;
    private boolean waiting;
    private Cancellable pause = () -> {};

    /** @param last what the next start offers */
    public SessionKeeper(
            ExplorerViewModel explorer,
            Autosave autosave,
            LastSession last,
            BackgroundRunner runner,
            ProblemSink problems) {
        this.explorer = explorer;
        this.autosave = autosave;
        this.last = last;
        this.runner = runner;
        this.autosaves = LatestOnly.finishing(runner);
        // apart from them: what a user asked for must not be left out for a newer autosave
        this.saves = new InOrder(runner);
        this.problems = problems;
        explorer.history().stateProperty().subscribe((before, after) -> changed());
        explorer.layers().selectedProperty().subscribe((before, after) -> changed());
        explorer.workspaceProperty().subscribe((before, after) -> changed());
    }

    /** Begins to autosave; until then a crash's remains must not be mixed up with a fresh start. */
    public void start() {
        autosaving = true;
    }

    /** The session file in words, for the status bar. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The user's file; null before the first save. */
    public @Nullable Path file() {
        return file;
    }

    /** The window shows what this file holds. */
    public void attach(Path sessionFile) {
        attach(sessionFile, kept());
    }

    private void attach(Path sessionFile, @Nullable Kept content) {
        file = sessionFile;
        saved = content;
        shown++;
        tell();
    }

    /** What is shown from now on belongs to no file, e.g. another model: saving asks for a new one. */
    void detach() {
        file = null;
        shown++;
        tell();
    }

    /** What is shown is a session that was kept for the user and is in no file of theirs. */
    void adopt() {
        saved = null;
        detach();
    }

    /**
     * Whether something would be lost that is in no file: any change of a session that has one, else points of the chart.
     * Settings alone are the next start's to offer, and not worth a question.
     */
    public boolean isUnsaved() {
        Kept before = saved;
        if (file != null) {
            return before == null || !before.equals(kept());
        }
        List<CalibrationPoint> points = explorer.history().get().points();
        return !points.isEmpty() && (before == null || !before.state().points().equals(points));
    }

    private @Nullable Kept kept() {
        Workspace open = explorer.workspaceProperty().get();
        return open == null ? null : new Kept(explorer.history().get(), open.files());
    }

    /** Saves to a file of the user's choice. */
    public void save(Path target) {
        // undo comes back to what was saved, however soon the next change follows
        explorer.history().seal();
        save(target, () -> {});
    }

    /** @param then runs once it is saved; not if it fails */
    public void save(Path target, Runnable then) {
        Supplier<Session> session = snapshot();
        if (session == null) {
            return;
        }
        Kept content = kept();
        int showing = shown;
        saves.submit(Job.of(
                "Saving " + target.getFileName(),
                (progress, cancel) -> {
                    SessionFiles.write(target, session.get());
                    return target;
                },
                written -> {
                    if (showing == shown) {
                        attach(written, content);
                    }
                    then.run();
                },
                error -> problems.show("Saving " + target.getFileName(), error)));
    }

    private void tell() {
        Path known = file;
        if (known == null) {
            status.set("");
        } else {
            status.set("Session: " + known.getFileName() + (isUnsaved() ? " (changed)" : " (saved)"));
        }
    }

    private void changed() {
        tell();
        // from the first of many changes on: a slider that never rests must not put the autosave off
        if (autosaving && !waiting) {
            waiting = true;
            pause = runner.later(REST, this::autosaveNow);
        }
    }

    private void autosaveNow() {
        waiting = false;
        Supplier<Session> session = snapshot();
        if (session == null) {
            return;
        }
        autosaves.submit(Job.of(
                "Autosaving",
                (progress, cancel) -> {
                    autosave.write(session.get());
                    return autosave;
                },
                saved -> {},
                // not worth a dialog every few seconds
                error -> LOG.warn("The session cannot be autosaved", error)));
    }

    /** What is saved, taken now; the hashes, which read whole files, are left to the worker. */
    private @Nullable Supplier<Session> snapshot() {
        Workspace open = explorer.workspaceProperty().get();
        if (open == null) {
            return null;
        }
        ExplorerState state = explorer.history().get();
        String selected = explorer.layers().selectedProperty().get();
        return () -> session(open, state, selected);
    }

    private static Session session(Workspace open, ExplorerState state, String selected) {
        OpenRequest files = open.files();
        Path evaluation = files.evaluation();
        Path calibration = files.calibration();
        return new Session(
                new FileReference(files.model(), open.network().sha256()),
                evaluation == null ? null : new FileReference(evaluation, open.imagesSha256()),
                calibration == null ? null : new FileReference(calibration, open.calibrationSha256()),
                statistics(open, state),
                state,
                selected,
                open.preprocessing().preprocessing());
    }

    /** The files that settings or points name. */
    private static List<FileReference> statistics(Workspace open, ExplorerState state) {
        Set<String> named = Stream.concat(
                        Stream.of(state.calibration()), state.points().stream().map(CalibrationPoint::calibration))
                .map(calibration -> calibration.settings().statistics())
                .collect(Collectors.toSet());
        return open.statistics().stream()
                .filter(file -> named.contains(file.sha256()))
                .map(file -> new FileReference(file.file(), file.sha256()))
                .toList();
    }

    /** The window closes as it should: no crash to recover from, and something for the next start to go on with. */
    public void end() {
        autosaving = false;
        pause.cancel();
        try {
            remember();
        } catch (DriftscopeException e) {
            // the window is gone: no place for a dialog, and nothing of the user's is lost
            LOG.warn("The next start cannot offer this session", e);
        }
        autosave.end();
    }

    private void remember() {
        if (file != null) {
            last.remember(file);
            return;
        }
        Supplier<Session> session = snapshot();
        Workspace open = explorer.workspaceProperty().get();
        boolean touched = open != null
                && (explorer.history().undoableProperty().get() || !open.files().isSample());
        if (session != null && touched && !isUnsaved()) {
            last.keep(session.get());
        }
    }
}
