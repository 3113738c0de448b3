package org.driftscope.io.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.driftscope.device.Age;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.PlainText;
import org.driftscope.support.SpecException;

/** Finds where everything stands in a table: by what the user says, by its headings, by the size of its numbers. */
final class LayoutFinder {
    static final Set<String> CELLS = Set.of("cell", "cells", "cellid", "addr", "address", "id", "device", "deviceid");
    static final Set<String> TIMES = Set.of("t", "time", "times", "timepoint", "seconds", "age", "elapsed");
    static final Set<String> CONDUCTANCES = Set.of("g", "conductance", "conductances", "cond");
    static final Set<String> RESISTANCES = Set.of("r", "resistance", "resistances", "res");
    static final Set<String> TARGETS =
            Set.of("target", "targets", "gtarget", "g0", "gi", "ginit", "first", "initial", "programmed", "gprog");

    private final String file;
    private final TableOptions options;
    private final char separator;
    private final String[] first;
    private final List<String[]> sample;
    private final boolean headings;

    /** @param lines some of the file's, without remarks; at least one */
    LayoutFinder(String file, TableOptions options, List<String> lines) {
        this.file = file;
        this.options = options;
        this.separator = separator(lines.get(0));
        this.first = TableLayout.split(lines.get(0), separator);
        this.headings = options.wide() || Arrays.stream(first).noneMatch(LayoutFinder::isNumber) || hasNames();
        this.sample = lines.stream()
                .skip(headings ? 1 : 0)
                .map(line -> TableLayout.split(line, separator))
                .toList();
    }

    /** The columns of the first line. */
    List<String> columns() {
        return List.of(first);
    }

    boolean hasHeadings() {
        return headings;
    }

    /** Whether several columns are headed by a time. */
    boolean hasTimesForHeadings() {
        return timeColumns(1).length > 1;
    }

    /** The lines after the headings. */
    List<String[]> rows() {
        return sample;
    }

    static char separator(String line) {
        for (char candidate : new char[] {'\t', ';', ','}) {
            if (line.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ' ';
    }

    static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text)) || text.equalsIgnoreCase("nan");
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A heading may be a number, as the times of a wide table are; a cell's name in a row without headings may not. */
    private boolean hasNames() {
        return Arrays.stream(first).anyMatch(name -> {
            String base = base(name);
            return CELLS.contains(base) || TIMES.contains(base) || TARGETS.contains(base);
        });
    }

    /** A heading without its unit, in small letters and digits alone: "G (uS)" is "g". */
    static String base(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT).strip();
        String joined = lower.replaceAll("[\\s_-]+", "");
        if (TARGETS.contains(joined) || CELLS.contains(joined)) {
            return joined;
        }
        String[] words = lower.split("[\\s_(\\[/,]+");
        return words.length == 0 ? "" : words[0];
    }

    /** What stands behind the name in a heading: "G (uS)" has "us". */
    static String unitWord(String heading) {
        String[] words = heading.strip().split("[\\s_(\\[/,]+");
        return words.length < 2 ? "" : words[words.length - 1].replaceAll("[)\\]]+$", "");
    }

    TableLayout find() {
        double timeUnit = options.timeUnit().isEmpty() ? 1 : TimeWords.unit(options.timeUnit());
        int time = named(options.time(), "--time", TIMES);
        int[] wide = time >= 0 && !options.wide() ? new int[0] : timeColumns(timeUnit);
        return wide.length > 1 || options.wide() ? wide(wide, timeUnit) : tall(time, timeUnit);
    }

    private TableLayout tall(int time, double timeUnit) {
        if (!options.conductance().isEmpty() && !options.resistance().isEmpty()) {
            throw new SpecException("--resistance", options.resistance(), "left out where --conductance is given");
        }
        boolean resistance = !options.resistance().isEmpty();
        int value = resistance
                ? named(options.resistance(), "--resistance", RESISTANCES)
                : named(options.conductance(), "--conductance", CONDUCTANCES);
        if (value < 0) {
            value = named("", "", RESISTANCES);
            resistance = value >= 0;
        }
        int cell = named(options.cell(), "--cell", CELLS);
        if (cell < 0 || time < 0 || value < 0) {
            throw unnamed(cell, time, value);
        }
        boolean unitGiven = options.unit() != null;
        ValueUnit unit = unit(headings ? unitWord(first[value]) : "", resistance, IntStream.of(value));
        OptionalDouble said = headings ? TimeWords.findUnit(unitWord(first[time])) : OptionalDouble.empty();
        return new TableLayout(
                separator,
                headings,
                cell,
                time,
                value,
                target(),
                new int[0],
                new double[0],
                unit,
                unitGiven,
                options.timeUnit().isEmpty() ? said.orElse(1) : timeUnit);
    }

    private TableLayout wide(int[] columns, double timeUnit) {
        if (columns.length < 2) {
            throw new DataFormatException(file + " has " + columns.length + " columns whose heading is a time, such as"
                    + " \"10s\" or \"1h\". Give two or more, or one measurement a row.");
        }
        double[] seconds = IntStream.of(columns)
                .mapToDouble(at -> TimeWords.heading(first[at], timeUnit).orElseThrow())
                .toArray();
        for (int i = 0; i < columns.length; i++) {
            if (!Age.isPossible(seconds[i])) {
                throw new DataFormatException(
                        file + ": the heading " + PlainText.of(first[columns[i]]) + " is not a time from 0 to "
                                + Age.words(Age.MOST) + ". Correct it or its unit (--time-unit).");
            }
        }
        boolean resistance = !options.resistance().isEmpty();
        return new TableLayout(
                separator,
                true,
                named(options.cell(), "--cell", CELLS),
                -1,
                -1,
                target(),
                columns,
                seconds,
                unit("", resistance, IntStream.of(columns)),
                options.unit() != null,
                timeUnit);
    }

    private int[] timeColumns(double timeUnit) {
        return headings
                ? IntStream.range(0, first.length)
                        .filter(at -> TimeWords.heading(first[at], timeUnit).isPresent())
                        .toArray()
                : new int[0];
    }

    private int target() {
        return options.target().equals(TableOptions.NONE) ? -1 : named(options.target(), "--target", TARGETS);
    }

    /** The column of a name or a number, else the only one whose heading is among some; -1 where there is none. */
    private int named(String given, String option, Set<String> usual) {
        if (!given.isEmpty()) {
            for (int at = 0; at < first.length; at++) {
                if (headings && first[at].equalsIgnoreCase(given.strip())) {
                    return at;
                }
            }
            if (given.matches("\\d{1,4}")) {
                int at = Integer.parseInt(given) - 1;
                if (at >= 0 && at < first.length) {
                    return at;
                }
            }
            throw new SpecException(
                    option,
                    given,
                    (headings ? "one of the headings " + String.join(", ", first) + ", or " : "")
                            + "the number of a column, 1 to " + first.length);
        }
        int[] found = headings
                ? IntStream.range(0, first.length)
                        .filter(at -> usual.contains(base(first[at])))
                        .toArray()
                : new int[0];
        if (found.length > 1) {
            throw new UnclearColumns(
                    file + " has several columns of one kind, " + first[found[0]] + " and " + first[found[1]] + ".",
                    "Say which to take (--cell, --time, --conductance, --target).");
        }
        return found.length == 1 ? found[0] : -1;
    }

    private UnclearColumns unnamed(int cell, int time, int value) {
        List<String> missing = new ArrayList<>();
        if (cell < 0) {
            missing.add("--cell");
        }
        if (time < 0) {
            missing.add("--time");
        }
        if (value < 0) {
            missing.add("--conductance or --resistance");
        }
        return new UnclearColumns(
                file + " does not say which column is which. Its first line is: " + String.join(" | ", first) + ".",
                "Name the columns by heading or number: " + String.join(", ", missing) + ", such as "
                        + missing.get(0).split(" ")[0] + " 1.");
    }

    private ValueUnit unit(String heading, boolean resistance, IntStream columns) {
        ValueUnit given = options.unit();
        if (given != null) {
            return given;
        }
        return ValueUnit.find(heading).orElseGet(() -> bySize(resistance, columns));
    }

    private ValueUnit bySize(boolean resistance, IntStream columns) {
        int[] at = columns.toArray();
        return UnitGuess.of(file, resistance, sample.stream().flatMapToDouble(row -> IntStream.of(at)
                .filter(column -> column < row.length && isNumber(row[column]))
                .mapToDouble(column -> Double.parseDouble(row[column]))));
    }
}
