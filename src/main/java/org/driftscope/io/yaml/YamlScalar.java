package org.driftscope.io.yaml;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * A single value.
 *
 * @param place where it starts
 * @param text as written, without quotes
 * @param isQuoted whether it was in quotes and is therefore a text whatever it looks like
 */
public record YamlScalar(Place place, String text, boolean isQuoted) implements YamlNode {
    @Override
    public String describe() {
        return text.isEmpty() && !isQuoted ? "nothing" : "'" + text + "'";
    }

    @Override
    public YamlScalar scalar() {
        return this;
    }

    /** A whole number within bounds, both included. */
    public long integer(long min, long max) {
        try {
            long value = number().longValueExact();
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // refused below, as a number out of range is
        }
        boolean bounded = min > Long.MIN_VALUE || max < Long.MAX_VALUE;
        throw place.error(
                "expected a whole number" + (bounded ? " from " + min + " to " + max : "") + ", found " + describe());
    }

    /** A number within bounds, both included. */
    public double real(double min, double max) {
        try {
            double value = number().doubleValue();
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of range is
        }
        boolean bounded = min > -Double.MAX_VALUE || max < Double.MAX_VALUE;
        throw place.error(
                "expected a number" + (bounded ? " from " + min + " to " + max : "") + ", found " + describe());
    }

    /** true or false. */
    public boolean flag() {
        if (!isQuoted && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        }
        throw place.error("expected true or false, found " + describe());
    }

    /** One of the allowed words. */
    public String choice(Collection<String> allowed) {
        if (allowed.contains(text)) {
            return text;
        }
        throw place.error("expected one of " + String.join(", ", allowed) + ", found " + describe());
    }

    /** The value as YAML reads it without knowing what is wanted: a Long, Double, Boolean or String. */
    public Object natural() {
        if (isQuoted) {
            return text;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        try {
            BigDecimal value = number();
            boolean isWhole = text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
            return isWhole ? (Object) value.longValueExact() : (Object) value.doubleValue();
        } catch (NumberFormatException | ArithmeticException e) {
            return text;
        }
    }

    /** Exact decimal; a short limit keeps hostile exponents such as 1e999999999 from growing. */
    private BigDecimal number() {
        if (isQuoted || text.length() > 32) {
            throw new NumberFormatException(text);
        }
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > 400) {
            throw new NumberFormatException(text);
        }
        return value;
    }
}
