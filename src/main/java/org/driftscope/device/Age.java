package org.driftscope.device;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftscope.support.SpecException;

/** Time since programming in words people use: "1h", "30d", "10y", or seconds. A year has 365 days. */
public final class Age {
    /** The oldest one can ask for, s: a century. */
    public static final double MOST = 100 * 365 * 86_400.0;

    private static final String AGE = "age";
    private static final Map<String, Double> UNITS = units();
    private static final Pattern WORDS = Pattern.compile("\\s*([0-9.eE+-]+)\\s*([a-zA-Z]*)\\s*");
    private static final String ALLOWED = "0 or more, such as 90s, 15min, 1h, 30d, 6mo or 10y, up to 100y";

    private Age() {}

    private static Map<String, Double> units() {
        Map<String, Double> units = new LinkedHashMap<>();
        units.put("y", 365 * 86_400.0);
        units.put("mo", 30 * 86_400.0);
        units.put("d", 86_400.0);
        units.put("h", 3_600.0);
        units.put("min", 60.0);
        units.put("s", 1.0);
        return units;
    }

    /**
     * Seconds.
     *
     * @throws SpecException if the text is no age
     */
    public static double parse(String text) {
        return parse(AGE, text);
    }

    /** As above. @param setting what the text was given for, for the message */
    public static double parse(String setting, String text) {
        Matcher matcher = WORDS.matcher(text);
        if (!matcher.matches()) {
            throw new SpecException(setting, text, ALLOWED);
        }
        String unit = matcher.group(2).toLowerCase(Locale.ROOT);
        Double seconds = UNITS.get(unit.isEmpty() ? "s" : unit);
        if (seconds == null) {
            throw new SpecException(setting, text, ALLOWED);
        }
        try {
            return require(setting, Double.parseDouble(matcher.group(1)) * seconds);
        } catch (NumberFormatException e) {
            throw new SpecException(setting, text, ALLOWED);
        }
    }

    /** Whether there is such an age. */
    public static boolean isPossible(double seconds) {
        return seconds >= 0 && seconds <= MOST;
    }

    /** The same seconds, where they are an age. @throws SpecException otherwise */
    public static double require(double seconds) {
        return require(AGE, seconds);
    }

    private static double require(String setting, double seconds) {
        if (!isPossible(seconds)) {
            throw new SpecException(setting, seconds, ALLOWED);
        }
        return seconds;
    }

    /** In the largest unit that it has at least one of, to three digits: "10 y", "1.5 h". */
    public static String words(double seconds) {
        for (Map.Entry<String, Double> unit : UNITS.entrySet()) {
            if (seconds >= unit.getValue()) {
                return number(seconds / unit.getValue()) + " " + unit.getKey();
            }
        }
        return number(seconds) + " s";
    }

    /** As {@link #parse} reads it back to the same seconds, in the largest unit that it is a whole number of: "30d", "90s". */
    public static String exact(double seconds) {
        for (Map.Entry<String, Double> unit : UNITS.entrySet()) {
            double count = seconds / unit.getValue();
            if (count >= 1 && count == Math.rint(count) && count * unit.getValue() == seconds) {
                return (long) count + unit.getKey();
            }
        }
        return seconds + "s";
    }

    /** To three digits, without trailing zeros. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value, new MathContext(3)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
