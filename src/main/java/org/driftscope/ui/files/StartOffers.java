package org.driftscope.ui.files;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.driftscope.ui.session.Autosave;
import org.driftscope.ui.session.LastSession;
import org.driftscope.ui.session.SessionSummary;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.workspace.OpenRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a start offers: the session that a crash left, else the one that was open last. Nothing is forced. */
public final class StartOffers {
    private static final Logger LOG = LoggerFactory.getLogger(StartOffers.class);

    /** Where an offer is shown. */
    @FunctionalInterface
    interface Place {
        void offer(Offer offer);
    }

    /**
     * One offer.
     *
     * @param id of its kind, for the buttons
     * @param text what there is, and from when
     * @param accept label of the button that takes it
     * @param decline label of the button that does not
     */
    record Offer(String id, String text, String accept, Runnable accepted, String decline, Runnable declined) {}

    private final Opening opening;
    private final Autosave autosave;
    private final LastSession last;
    private final Place place;
    private final BackgroundRunner runner;

    public StartOffers(Opening opening, Autosave autosave, LastSession last, Place place, BackgroundRunner runner) {
        this.opening = opening;
        this.autosave = autosave;
        this.last = last;
        this.place = place;
        this.runner = runner;
    }

    public void make() {
        Optional<Path> left = autosave.leftByCrash();
        if (left.isPresent()) {
            Path session = left.get();
            describe(session, words -> offerCrashed(session, words), "what was kept cannot be read");
        } else {
            last.find().ifPresent(session -> describe(session, words -> offerLast(session, words), ""));
        }
    }

    private interface Described {
        void as(String words);
    }

    /** @param unreadable said in place of a description; "" to offer nothing then */
    private void describe(Path session, Described then, String unreadable) {
        runner.run(Job.<SessionSummary>of(
                "Looking at a session",
                (progress, cancel) ->
                        SessionSummary.of(session, OpenRequest.sample().model()),
                summary -> then.as(summary.words(ZoneId.systemDefault(), LocalDate.now(ZoneId.systemDefault()))),
                error -> {
                    LOG.warn("{} cannot be described", session, error);
                    if (!unreadable.isEmpty()) {
                        then.as(unreadable);
                    }
                }));
    }

    private void offerCrashed(Path session, String words) {
        place.offer(new Offer(
                "restore",
                "Driftscope did not end as it should the last time. Kept from then: " + words + ".",
                "Restore",
                () -> opening.restore(session, () -> autosave.discard(session)),
                "Discard it",
                () -> autosave.discard(session)));
    }

    private void offerLast(Path session, String words) {
        boolean own = last.isOwn(session);
        place.offer(new Offer(
                "continue",
                (own ? "Last time: " : "Last session: " + session.getFileName() + ", ") + words + ".",
                "Continue",
                () -> {
                    if (own) {
                        opening.restore(session, () -> {});
                    } else {
                        opening.openSession(session);
                    }
                },
                "Not now",
                () -> {}));
    }
}
