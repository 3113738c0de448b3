package org.driftscope.figure.chart.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Places of tick marks, at plain numbers: 1, 2 or 5 times a power of ten; 1 and 3 on a log axis longer than a decade. */
public final class Ticks {
    private static final double[] LINEAR_STEPS = {1, 2, 5, 10};
    private static final double[] FINE_LOG = {1, 2, 5};
    private static final double[][] LOG_STEPS = {{1, 3}, {1}};
    private static final double SLACK = 1e-9;
    /** From here on thousands are set apart. */
    private static final double GROUPED = 1e3;

    /** Seconds and their names, rising; a month has 30 days and a year 365. */
    private static final Map<Double, String> TIMES = times();

    private Ticks() {}

    private static Map<Double, String> times() {
        Map<Double, String> times = new LinkedHashMap<>();
        times.put(0.0, "0");
        times.put(1.0, "1 s");
        times.put(60.0, "1 min");
        times.put(3_600.0, "1 h");
        times.put(86_400.0, "1 d");
        times.put(30 * 86_400.0, "1 mo");
        times.put(365 * 86_400.0, "1 y");
        times.put(3_650 * 86_400.0, "10 y");
        return Collections.unmodifiableMap(times);
    }

    /** At most about {@code most} tick values inside the range, rising. */
    public static List<Double> of(AxisRange range, int most) {
        return switch (range.scale()) {
            case LINEAR -> linear(range.from(), range.to(), most);
            case LOG -> log(range, most);
            case COUNTS -> counts(range, most);
            case TIME -> times(range, most);
        };
    }

    /** Whole numbers only, for counts. */
    public static List<Double> whole(AxisRange range, int most) {
        return of(range, most).stream().filter(tick -> tick == Math.rint(tick)).toList();
    }

    /** Indices of so many cells, from 0 on, each at its cell's middle as a share of all: at an edge it would name two. */
    public static Map<Integer, Double> cells(int count, int most) {
        Map<Integer, Double> middles = new LinkedHashMap<>();
        for (double tick : whole(AxisRange.linear(0, count), most)) {
            if (tick < count) {
                middles.put((int) tick, (tick + 0.5) / count);
            }
        }
        return middles;
    }

    private static List<Double> linear(double from, double to, int most) {
        double step = step((to - from) / Math.max(1, most));
        List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(from / step - SLACK); k * step <= to + step * SLACK; k++) {
            ticks.add(round(k * step));
        }
        return ticks;
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : LINEAR_STEPS) {
            if (factor * power >= least * (1 - SLACK)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static List<Double> log(AxisRange range, int most) {
        List<Double> fine = decades(range, FINE_LOG, 1);
        if (fine.size() <= Math.min(most, 5)) {
            return fine;
        }
        for (double[] steps : LOG_STEPS) {
            List<Double> ticks = decades(range, steps, 1);
            if (ticks.size() <= most) {
                return ticks;
            }
        }
        int stride = (int) Math.ceil((range.to() - range.from()) / Math.max(1, most));
        return decades(range, LOG_STEPS[1], stride);
    }

    /** 0, and as many powers of ten. */
    private static List<Double> counts(AxisRange range, int most) {
        List<Double> ticks = new ArrayList<>(List.of(0.0));
        int decades = (int) Math.floor(range.to());
        int stride = Math.max(1, (int) Math.ceil((decades + 1.0) / Math.max(1, most - 1)));
        for (int decade = 0; range.scale().forward(Math.pow(10, decade)) <= range.to(); decade += stride) {
            ticks.add(Math.pow(10, decade));
        }
        return ticks;
    }

    /** Those of the named times that are inside; every second, third and so on where they are too many. */
    private static List<Double> times(AxisRange range, int most) {
        List<Double> inside = TIMES.keySet().stream()
                .filter(time -> {
                    double position = range.scale().forward(time);
                    return position >= range.from() - SLACK && position <= range.to() + SLACK;
                })
                .toList();
        int stride = (int) Math.ceil(inside.size() / (double) Math.max(1, most));
        return IntStream.range(0, inside.size())
                .filter(i -> i % Math.max(1, stride) == 0)
                .mapToObj(inside::get)
                .toList();
    }

    private static List<Double> decades(AxisRange range, double[] steps, int stride) {
        List<Double> ticks = new ArrayList<>();
        for (int decade = (int) Math.floor(range.from()); decade <= range.to(); decade++) {
            for (double factor : steps) {
                double value = factor * Math.pow(10, decade);
                double position = Math.log10(value);
                boolean inside = position >= range.from() - SLACK && position <= range.to() + SLACK;
                if (inside && Math.floorMod(decade, stride) == 0) {
                    ticks.add(round(value));
                }
            }
        }
        return ticks;
    }

    /** A tick of an axis as people write it. */
    public static String text(AxisScale scale, double value) {
        return scale == AxisScale.TIME ? TIMES.getOrDefault(value, text(value)) : text(value);
    }

    /** A tick's value as people write it: 2,000 without an exponent, a true minus sign, no trailing zeros. */
    public static String text(double value) {
        double size = Math.abs(value);
        if (size >= 1e7 || (size > 0 && size < 1e-4)) {
            return exponent(value);
        }
        BigDecimal rounded = new BigDecimal(value, new MathContext(6)).stripTrailingZeros();
        String plain = size >= GROUPED
                ? String.format(Locale.US, "%,." + Math.max(0, rounded.scale()) + "f", rounded)
                : rounded.toPlainString();
        return plain.replace('-', '\u2212');
    }

    private static String exponent(double value) {
        int power = (int) Math.floor(Math.log10(Math.abs(value)));
        BigDecimal mantissa =
                new BigDecimal(value, new MathContext(3)).movePointLeft(power).stripTrailingZeros();
        return (mantissa.toPlainString() + "e" + power).replace('-', '\u2212');
    }

    private static double round(double value) {
        return new BigDecimal(value, new MathContext(12)).doubleValue();
    }
}
