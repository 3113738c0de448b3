package org.driftscope.ui.history;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.report.ArchivedStudy;

/**
 * An archived trial as the table shows it.
 *
 * @param trial as the archive has it
 * @param settings of the trial by name
 */
public record HistoryRow(ArchivedTrial trial, Map<String, Object> settings) {
    private static final int SHOWN_OF_KEY = 8;
    private static final int SHOWN_OF_TIME = 16;

    /** @throws org.driftscope.support.DataFormatException if the trial's settings cannot be read */
    static HistoryRow of(ArchivedTrial trial) {
        return new HistoryRow(trial, ArchivedStudy.settings(trial));
    }

    /** A setting in words; "" for one that the trial does not name. */
    String setting(String name) {
        Object value = settings.get(name);
        if (value == null) {
            return "";
        }
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : value.toString();
    }

    /** A number among the settings, to sort by; NaN where it is none. */
    double number(String name) {
        return settings.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** Date and time to the minute, UTC. */
    String finished() {
        String time = trial.finishedAt().replace('T', ' ');
        return time.substring(0, Math.min(SHOWN_OF_TIME, time.length()));
    }

    String shortKey() {
        return trial.key().substring(0, Math.min(SHOWN_OF_KEY, trial.key().length()));
    }

    /** Whether every word stands in the study, tag, key, time, or a setting written {@code name=value}. */
    boolean matches(String words) {
        StringBuilder text = new StringBuilder(
                String.join(" ", trial.studies()) + " " + trial.tag() + " " + trial.key() + " " + finished());
        settings.keySet()
                .forEach(name -> text.append(' ').append(name).append('=').append(setting(name)));
        String hay = text.toString().toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(hay::contains);
    }

    HistoryRow withTag(String tag) {
        return new HistoryRow(trial.withTag(tag), settings);
    }
}
