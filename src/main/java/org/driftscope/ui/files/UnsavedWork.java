package org.driftscope.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.session.SessionSummary;
import org.driftscope.ui.task.JobTicket;
import org.driftscope.ui.workspace.Asker;
import org.driftscope.ui.workspace.Question;
import org.driftscope.ui.workspace.Question.Answer;
import org.driftscope.ui.workspace.Question.Role;

/** Asks before work is lost: what is in no file, and jobs that run. Where nothing is lost, nothing is asked. */
public final class UnsavedWork implements NetworkSlot.Guard {
    private final ExplorerViewModel explorer;
    private final SessionKeeper keeper;
    private final SessionCommands sessions;
    private final Asker asker;

    public UnsavedWork(ExplorerViewModel explorer, SessionKeeper keeper, SessionCommands sessions, Asker asker) {
        this.explorer = explorer;
        this.keeper = keeper;
        this.sessions = sessions;
        this.asker = asker;
    }

    @Override
    public void before(String doing, Runnable go) {
        if (keeper.isUnsaved()) {
            asker.ask(unsaved(doing + " would lose this.", go));
        } else {
            beforeClosing(doing, go);
        }
    }

    @Override
    public void beforeAnotherNetwork(String doing, Runnable go) {
        Path file = keeper.file();
        if (file != null && keeper.isUnsaved()) {
            asker.ask(unsaved(
                    doing + " takes settings and points along; " + file.getFileName() + " stays as it was last saved.",
                    go));
        } else {
            beforeClosing(doing, go);
        }
    }

    @Override
    public void beforeClosing(String doing, Runnable go) {
        List<JobTicket> jobs = explorer.monitor().queued();
        if (jobs.isEmpty()) {
            go.run();
            return;
        }
        asker.ask(new Question(
                stopped(jobs),
                doing + " stops it. What it has finished so far is kept.",
                List.of(new Answer("go", "Stop it", Role.FIRST, go), Answer.cancel())));
    }

    private Question unsaved(String consequence, Runnable go) {
        Path file = keeper.file();
        List<String> details = new ArrayList<>();
        details.add(consequence);
        List<JobTicket> jobs = explorer.monitor().queued();
        if (!jobs.isEmpty()) {
            details.add(stopped(jobs) + " It stops.");
        }
        int points = explorer.history().get().points().size();
        String sentence = file == null
                ? "This session is in no file yet: " + SessionSummary.points(points) + "."
                : "The changes of " + file.getFileName() + " are not saved.";
        return new Question(
                sentence,
                String.join(" ", details),
                List.of(
                        new Answer("save", file == null ? "Save…" : "Save", Role.FIRST, () -> sessions.save(go)),
                        new Answer("discard", "Discard", Role.OTHER, go),
                        Answer.cancel()));
    }

    private static String stopped(List<JobTicket> jobs) {
        return jobs.get(0).sentence()
                + (jobs.size() > 1 ? " Jobs that wait behind it: " + (jobs.size() - 1) + "." : "");
    }
}
