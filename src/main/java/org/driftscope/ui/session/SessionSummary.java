package org.driftscope.ui.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.IoReason;

/**
 * What a session file holds, in short.
 *
 * @param points number of calibrations
 * @param model name of the network's file, without its ending
 * @param saved when the file was written
 */
public record SessionSummary(int points, String model, Instant saved) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);

    /**
     * Reads the file, and none of those that it names.
     *
     * @param sample model of the bundled sample, which is called so
     * @throws DataFormatException if it is no session
     */
    public static SessionSummary of(Path file, Path sample) {
        SessionFiles.Outline session = SessionFiles.outline(file);
        try {
            Instant saved = Files.getLastModifiedTime(file).toInstant();
            return new SessionSummary(session.points(), name(session.model(), sample), saved);
        } catch (IOException e) {
            throw new DataFormatException(file + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }

    private static String name(Path model, Path sample) {
        return model.toAbsolutePath().normalize().equals(sample.toAbsolutePath().normalize())
                ? "the bundled sample"
                : model.getFileName().toString().replaceFirst("\\.onnx$", "");
    }

    /** E.g. "8 points, resnet20, saved 14:32", with the day where it was not today; times are local. */
    public String words(ZoneId zone, LocalDate today) {
        ZonedDateTime local = saved.atZone(zone);
        String when = local.toLocalDate().equals(today) ? TIME.format(local) : "on " + DAY.format(local);
        return (points == 0 ? "" : points(points) + ", ") + model + ", saved " + when;
    }

    /** E.g. "1 point" or "8 points". */
    public static String points(int count) {
        return count + (count == 1 ? " point" : " points");
    }
}
