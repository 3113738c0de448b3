package org.driftscope.ui.files;

import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The place of the open network. Another takes it once nothing is lost by that; the one before is closed. */
final class NetworkSlot {
    private final ExplorerViewModel explorer;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private @Nullable SessionKeeper keeper;
    private Guard guard = new Guard() {};

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

    NetworkSlot(ExplorerViewModel explorer, BackgroundRunner runner, ProblemSink problems) {
        this.explorer = explorer;
        this.runner = runner;
        this.problems = problems;
    }

    void attachTo(SessionKeeper sessions, Guard asking) {
        keeper = sessions;
        guard = asking;
    }

    Guard guard() {
        return guard;
    }

    /** Who saves sessions; null before there is one. */
    @Nullable
    SessionKeeper keeper() {
        return keeper;
    }

    /** Shows a network with the settings there are. */
    void show(Workspace workspace) {
        replace(workspace, () -> explorer.open(workspace));
    }

    /** @param opening shows the network */
    void replace(Workspace workspace, Runnable opening) {
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
}
