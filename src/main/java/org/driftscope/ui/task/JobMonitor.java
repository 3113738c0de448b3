package org.driftscope.ui.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The long jobs that the status bar shows. {@link #enqueue} runs one after the other, in the order in which they were
 * asked for: no job ends another. {@link #run} is for what a user waits for, such as opening a file: it starts at once,
 * and a newer one takes the place of the one before.
 */
public final class JobMonitor {
    private final BackgroundRunner runner;
    private final LongSupplier nanoClock;
    private final ObservableList<JobTicket> tickets = FXCollections.observableArrayList();
    /** Held: the view listens weakly, so one made for each caller would fall silent. */
    private final ObservableList<JobTicket> readOnlyTickets = FXCollections.unmodifiableObservableList(tickets);

    private final Deque<JobTicket> queue = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper(this, "stage", "");
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper(this, "timeLeft", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private @Nullable JobTicket atOnce;
    private @Nullable JobTicket shown;

    /**
     * @param nanoClock such as {@link System#nanoTime}; only tells the time left
     */
    public JobMonitor(BackgroundRunner runner, LongSupplier nanoClock) {
        this.runner = runner;
        this.nanoClock = nanoClock;
    }

    /** Starts a job at once, beside those of the queue; one that was started so before is cancelled first. */
    public JobTicket run(Job<?> job) {
        if (atOnce != null) {
            atOnce.cancel();
        }
        JobTicket ticket = new JobTicket(job, nanoClock, this::over);
        atOnce = ticket;
        tickets.add(0, ticket);
        begin(ticket);
        return ticket;
    }

    /** Runs a job after all that were asked for before it. */
    public JobTicket enqueue(Job<?> job) {
        JobTicket ticket = new JobTicket(job, nanoClock, this::over);
        queue.add(ticket);
        tickets.add(ticket);
        startNext();
        return ticket;
    }

    private void startNext() {
        JobTicket first = queue.peek();
        if (first != null && !first.runningProperty().get()) {
            begin(first);
        }
    }

    private void begin(JobTicket ticket) {
        show();
        ticket.start(runner);
    }

    private void over(JobTicket ticket) {
        tickets.remove(ticket);
        queue.remove(ticket);
        if (ticket == atOnce) {
            atOnce = null;
        }
        show();
        startNext();
    }

    /** The properties follow the first of the jobs. */
    private void show() {
        JobTicket first = tickets.isEmpty() ? null : tickets.get(0);
        if (first == shown) {
            return;
        }
        shown = first;
        if (first == null) {
            stage.unbind();
            timeLeft.unbind();
            fraction.unbind();
            running.set(false);
            stage.set("");
            timeLeft.set("");
            fraction.set(-1);
        } else {
            stage.bind(first.stageProperty());
            timeLeft.bind(first.timeLeftProperty());
            fraction.bind(first.fractionProperty());
            running.set(true);
        }
    }

    /** Cancels the first of the jobs that are shown. */
    public void cancel() {
        if (!tickets.isEmpty()) {
            tickets.get(0).cancel();
        }
    }

    /** Cancels all jobs of the queue, the waiting ones first, so that none of them starts. */
    public void cancelQueue() {
        List<JobTicket> all = queued();
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).cancel();
        }
    }

    /** The jobs of the queue, the running one first. */
    public List<JobTicket> queued() {
        return new ArrayList<>(queue);
    }

    /** All jobs that run or wait, the one the properties speak of first. */
    public ObservableList<JobTicket> tickets() {
        return readOnlyTickets;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What is being done, in words; "" when idle. */
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Time left in words; "" when it is not known. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** Share done, 0 to 1; -1 when it is not known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }
}
