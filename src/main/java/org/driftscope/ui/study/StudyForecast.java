package org.driftscope.ui.study;

import java.nio.file.Path;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.driftscope.experiment.sweep.Studies;
import org.driftscope.support.SpecException;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobTicket;
import org.driftscope.ui.task.LatestOnly;
import org.jspecify.annotations.Nullable;

/** How many trials a study would have, and about how long it would take, said before it runs. */
final class StudyForecast {
    private final StudySource source;
    private final LatestOnly counting;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

    StudyForecast(StudySource source, BackgroundRunner runner) {
        this.source = source;
        this.counting = LatestOnly.cancelling(runner);
    }

    /**
     * Counts anew.
     *
     * @param file of an experiment in place of the built-in study; null for none
     * @param limit images that are scored; 0 for all
     */
    void foresee(@Nullable Path file, String study, int chips, int limit) {
        if (file == null) {
            counting.cancel();
            words.set(study.equals(Studies.COST) ? "" : builtIn(study, chips, limit));
            return;
        }
        words.set("");
        counting.submit(Job.<String>of(
                "Counting trials",
                (progress, cancel) -> words(source.ofFile(file), 0),
                words::set,
                // said when it is run
                error -> words.set("")));
    }

    private String builtIn(String study, int chips, int limit) {
        try {
            return source.builtIn(study, chips, limit)
                    .map(plan -> words(plan, limit))
                    .orElse("");
        } catch (SpecException e) {
            // why is said when it is run
            return "not on this chip";
        }
    }

    private String words(StudyPlan plan, int limit) {
        int trials =
                plan.sweeps().stream().mapToInt(sweep -> sweep.trials().size()).sum();
        String count = trials + (trials == 1 ? " trial" : " trials");
        OptionalDouble seconds = source.secondsPerTrial(limit);
        return seconds.isEmpty()
                ? count
                : count + ", about " + JobTicket.inWords(seconds.getAsDouble() * trials) + " by the last calibration";
    }

    /** "" where nothing is known. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
