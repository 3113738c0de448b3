package org.driftscope.ui.study;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.jspecify.annotations.Nullable;

/** One trial of the grid, from waiting to finished. */
public final class TrialRow {
    /** How far a trial is. */
    public enum State {
        WAITING("waiting"),
        RUNNING("running"),
        COMPUTED("computed"),
        REMEMBERED("archived"),
        CANCELLED("not run"),
        REFUSED("refused");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What the table shows of a trial.
     *
     * @param outcome null until it has finished
     */
    public record Reading(State state, @Nullable TrialOutcome outcome) {}

    private final int number;
    private final Map<String, Object> settings;
    private final ReadOnlyObjectWrapper<Reading> reading =
            new ReadOnlyObjectWrapper<>(this, "reading", new Reading(State.WAITING, null));

    TrialRow(int number, Sweep.Trial trial) {
        this.number = number;
        this.settings = new LinkedHashMap<>(Settings.values(trial.spec()));
        // those that stand for several others are nowhere but in the grid
        settings.putAll(trial.values());
    }

    /** Its place in the grid, from 1. */
    public int number() {
        return number;
    }

    /** The value of a setting. */
    public Object value(String setting) {
        return settings.getOrDefault(setting, "");
    }

    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Says that it is being computed; one that was given up stays so. */
    void start() {
        if (reading.get().state() == State.WAITING) {
            reading.set(new Reading(State.RUNNING, null));
        }
    }

    void finish(SweepRunner.Finished finished) {
        reading.set(new Reading(finished.remembered() ? State.REMEMBERED : State.COMPUTED, finished.outcome()));
    }

    /** Says that the network or its settings do not allow it. */
    void refuse() {
        reading.set(new Reading(State.REFUSED, null));
    }

    /** Says that it will not be run; a finished one stays finished. */
    void giveUp() {
        State now = reading.get().state();
        if (now == State.WAITING || now == State.RUNNING) {
            reading.set(new Reading(State.CANCELLED, null));
        }
    }
}
