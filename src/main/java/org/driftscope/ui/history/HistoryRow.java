package org.driftscope.ui.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

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

    /** Date and time to the minute, local; as it was written where it is no time. */
    String finished() {
        return finished(ZoneId.systemDefault());
    }

    String finished(ZoneId zone) {
        try {
            return TIME.format(Instant.parse(trial.finishedAt()).atZone(zone));
        } catch (DateTimeException e) {
            return trial.finishedAt();
        }
    }

    /** The gMax to gMin ratio; infinite where a cell can be switched off. NaN where the trial names none. */
    double onOff() {
        double ratio = number("onOff");
        return ratio == 0 ? Double.POSITIVE_INFINITY : ratio;
    }

    /** What tells it from others at a glance, e.g. "dora, rank 4, seed 7". */
    String heading() {
        String rank = setting("rank").isEmpty() ? "" : ", rank " + setting("rank");
        String tag = trial.tag().isEmpty() ? "" : trial.tag() + ": ";
        return tag + setting("method") + rank + ", seed " + setting("seed") + ", " + finished();
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
