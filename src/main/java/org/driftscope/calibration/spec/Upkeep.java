package org.driftscope.calibration.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftscope.device.Age;
import org.driftscope.support.SpecException;

/**
 * How a calibration is looked after while its chip ages on: when it is made anew, and whether each layer's gain is measured
 * anew in between. Checks are half a decade of age apart, counted from the first calibration.
 *
 * @param policy when it is made anew
 * @param amount of {@link Policy#EVERY} an interval, s; of {@link Policy#TIMES} a factor of age; of {@link Policy#ON_DEMAND}
 *     points of agreement that may be lost; else 0
 * @param gains whether each layer's gain is measured anew at every check
 */
public record Upkeep(Policy policy, double amount, boolean gains) {
    /** When a calibration is made anew. */
    public enum Policy {
        /** Never. */
        ONCE,
        /** After equal times. */
        EVERY,
        /** After equal times on a logarithmic axis. */
        TIMES,
        /**
         * At a check where fewer check images get the clean network's answer than right after the last calibration, by so many
         * points.
         */
        ON_DEMAND
    }

    /** Name of the setting in files; kept for ever. */
    public static final String SETTING = "upkeep";
    /** What is taken, in words. */
    public static final String ALLOWED =
            "once, \"every 30d\" (1 s or more), \"times 10\" (more than 1) or \"on demand 1\" (points, more than 0), each also"
                    + " with \"+ gains\"";

    private static final Pattern WORDS =
            Pattern.compile("(once|every|times|on[ -]demand)\\s*([^+\\s]*)\\s*(\\+\\s*gains)?");
    /** Checks a decade of age. */
    private static final double CHECKS_A_DECADE = 2;
    /** Rounding of ages that are powers of others. */
    private static final double SLACK = 1e-9;

    private static final double SHORTEST = 1;
    private static final double MOST_FACTOR = 1e6;
    private static final double MOST_POINTS = 100;

    public Upkeep {
        boolean fits =
                switch (policy) {
                    case ONCE -> amount == 0;
                    case EVERY -> amount >= SHORTEST && amount <= Age.MOST;
                    case TIMES -> amount > 1 + SLACK && amount <= MOST_FACTOR;
                    case ON_DEMAND -> amount > 0 && amount <= MOST_POINTS;
                };
        if (!fits) {
            throw new IllegalArgumentException(policy + " " + amount);
        }
    }

    /** Calibrated once and left alone. */
    public static Upkeep once() {
        return new Upkeep(Policy.ONCE, 0, false);
    }

    /**
     * What {@link #inFiles} wrote, or a person.
     *
     * @throws SpecException if it is nothing of the kind
     */
    public static Upkeep parse(String text) {
        Matcher words = WORDS.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!words.matches()) {
            throw new SpecException(SETTING, text, ALLOWED);
        }
        String amount = words.group(2);
        boolean gains = words.group(3) != null;
        try {
            return switch (words.group(1)) {
                case "once" -> new Upkeep(Policy.ONCE, amount.isEmpty() ? 0 : Double.NaN, gains);
                case "every" -> new Upkeep(Policy.EVERY, Age.parse(SETTING, amount), gains);
                case "times" -> new Upkeep(Policy.TIMES, Double.parseDouble(amount), gains);
                default -> new Upkeep(Policy.ON_DEMAND, amount.isEmpty() ? 1 : Double.parseDouble(amount), gains);
            };
        } catch (IllegalArgumentException e) {
            throw new SpecException(SETTING, text, ALLOWED);
        }
    }

    /** As files and the command line have it. */
    public String inFiles() {
        String when =
                switch (policy) {
                    case ONCE -> "once";
                    case EVERY -> "every " + Age.exact(amount);
                    case TIMES -> "times " + plain(amount);
                    case ON_DEMAND -> "on demand " + plain(amount);
                };
        return gains ? when + " + gains" : when;
    }

    /** In a sentence, e.g. "calibrated every 30 d, gains measured at each check". */
    public String words() {
        String when =
                switch (policy) {
                    case ONCE -> "calibrated once";
                    case EVERY -> "calibrated every " + Age.words(amount);
                    case TIMES -> "calibrated each time it is " + plain(amount) + " times older";
                    case ON_DEMAND -> "calibrated on demand, " + plain(amount) + (amount == 1 ? " point" : " points");
                };
        return gains ? when + ", gains measured at each check" : when;
    }

    /** Whether it takes looks at check images. */
    public boolean looks() {
        return policy == Policy.ON_DEMAND;
    }

    /**
     * Ages of the calibrations that are made whatever the chip does: how many, and the last of them. Of one on demand the first
     * alone.
     *
     * @param first age at the first, s, above 0
     * @param now present age, s, at least that
     */
    public Calendar calendar(double first, double now) {
        return switch (policy) {
            case ONCE, ON_DEMAND -> new Calendar(1, first);
            case EVERY -> {
                double passed = Math.floor((now - first) / amount + SLACK);
                yield new Calendar(1 + (long) passed, first + passed * amount);
            }
            case TIMES -> {
                double passed = Math.floor(Math.log(now / first) / Math.log(amount) + SLACK);
                yield new Calendar(1 + (long) passed, first * Math.pow(amount, passed));
            }
        };
    }

    /** @param times calibrations up to now @param last age at the last of them, s */
    public record Calendar(long times, double last) {}

    /** Ages of the checks after the first calibration, s, up to now, that included. */
    public static List<Double> checks(double first, double now) {
        List<Double> ages = new ArrayList<>();
        for (int k = 1; ; k++) {
            double age = first * Math.pow(10, k / CHECKS_A_DECADE);
            if (age > now * (1 + SLACK)) {
                return ages;
            }
            ages.add(Math.min(age, now));
        }
    }

    /** Age at the last check up to now; the first calibration's where there was none since. */
    public static double lastCheck(double first, double now) {
        List<Double> checks = checks(first, now);
        return checks.isEmpty() ? first : checks.get(checks.size() - 1);
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
