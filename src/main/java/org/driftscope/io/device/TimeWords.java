package org.driftscope.io.device;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftscope.support.SpecException;

/** Times and their units as tables of measurements have them. */
final class TimeWords {
    private static final Map<String, Double> UNITS = Map.ofEntries(
            Map.entry("ns", 1e-9),
            Map.entry("us", 1e-6),
            Map.entry("\u00b5s", 1e-6),
            Map.entry("ms", 1e-3),
            Map.entry("s", 1.0),
            Map.entry("sec", 1.0),
            Map.entry("seconds", 1.0),
            Map.entry("min", 60.0),
            Map.entry("h", 3_600.0),
            Map.entry("hours", 3_600.0),
            Map.entry("d", 86_400.0),
            Map.entry("days", 86_400.0),
            Map.entry("y", 365 * 86_400.0));
    private static final Pattern HEADING =
            Pattern.compile("(?:t|time|g|r|gus)?[\\s_=@(]*([0-9][0-9.eE+-]*)\\s*([a-zA-Z\u00b5]*)\\)?");

    private TimeWords() {}

    /** Seconds that a unit has. @throws SpecException if there is none of that name */
    static double unit(String word) {
        Double seconds = UNITS.get(word.strip().toLowerCase(Locale.ROOT));
        if (seconds == null) {
            throw new SpecException("--time-unit", word, "one of ns, us, ms, s, min, h, d, y");
        }
        return seconds;
    }

    /** The same; empty where there is none of that name. */
    static OptionalDouble findUnit(String word) {
        Double seconds = UNITS.get(word.strip().toLowerCase(Locale.ROOT));
        return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    }

    /**
     * Seconds that a column's heading names, such as "0", "10 ms", "t=1h"; empty where it is no time.
     *
     * @param usual seconds of a unit where the heading names none
     */
    static OptionalDouble heading(String text, double usual) {
        Matcher matcher = HEADING.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        OptionalDouble unit = matcher.group(2).isEmpty() ? OptionalDouble.of(usual) : findUnit(matcher.group(2));
        try {
            double number = Double.parseDouble(matcher.group(1));
            return unit.isPresent() ? OptionalDouble.of(number * unit.getAsDouble()) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
