package org.driftscope.io.device;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.device.Age;
import org.driftscope.device.measured.Measurements;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.PlainText;

/** A table as text, plain or gz, read row by row: one measurement a row, or one cell a row and one time a column. */
final class DelimitedMeasurements implements Measurements {
    private static final int SAMPLE = 1_000;
    private static final int SHOWN = 40;

    private static final long HASH_START = 0xcbf29ce484222325L;
    private static final long HASH_FACTOR = 0x100000001b3L;

    private final Path file;
    private final TableOptions options;
    private final TableLayout layout;
    private long skipped;

    DelimitedMeasurements(Path file, TableOptions options) {
        this.file = file;
        this.options = options;
        List<String> lines = new ArrayList<>();
        try (LineSource source = new LineSource(file)) {
            for (String line = source.next(); line != null && lines.size() < SAMPLE; line = source.next()) {
                if (!TableLayout.isRemark(line)) {
                    lines.add(line);
                }
            }
        }
        if (lines.isEmpty()) {
            throw new DataFormatException(file + " is empty. Give a table of measurements.");
        }
        layout = new LayoutFinder(file.toString(), options, lines).find();
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public String place(long number) {
        return "line " + number;
    }

    @Override
    public long skipped() {
        return skipped;
    }

    @Override
    public void forEach(Sink sink) {
        skipped = 0;
        UnitWatch watch = new UnitWatch();
        boolean heading = layout.headings();
        try (LineSource source = new LineSource(file)) {
            for (String line = source.next(); line != null; line = source.next()) {
                if (TableLayout.isRemark(line)) {
                    continue;
                }
                if (heading) {
                    heading = false;
                    continue;
                }
                row(source.number(), TableLayout.split(line, layout.separator()), watch, sink);
            }
        }
        if (!layout.unitGiven()) {
            watch.check(file.toString(), this::place);
        }
    }

    private void row(long number, String[] fields, UnitWatch watch, Sink sink) {
        try {
            if (layout.isWide()) {
                wide(number, fields, watch, sink);
            } else {
                tall(number, fields, watch, sink);
            }
        } catch (UnusableRow e) {
            if (!options.skipInvalid()) {
                throw new DataFormatException(file + ", " + place(number) + ": " + e.getMessage(), e);
            }
            skipped++;
        }
    }

    private void tall(long number, String[] fields, UnitWatch watch, Sink sink) throws UnusableRow {
        double seconds = seconds(field(fields, layout.time()));
        double valueUs = valueUs(number, field(fields, layout.value()), watch);
        sink.row(number, key(field(fields, layout.cell())), seconds, valueUs, target(number, fields, watch));
    }

    private void wide(long number, String[] fields, UnitWatch watch, Sink sink) throws UnusableRow {
        long cell = layout.cell() < 0 ? number : key(field(fields, layout.cell()));
        double target = target(number, fields, watch);
        for (int i = 0; i < layout.wide().length; i++) {
            String text = field(fields, layout.wide()[i]);
            if (!text.isEmpty()) {
                sink.row(number, cell, layout.wideSeconds()[i], valueUs(number, text, watch), target);
            }
        }
    }

    private double target(long number, String[] fields, UnitWatch watch) throws UnusableRow {
        return layout.target() < 0 ? Double.NaN : valueUs(number, field(fields, layout.target()), watch);
    }

    private static String field(String[] fields, int at) throws UnusableRow {
        if (at >= fields.length) {
            throw new UnusableRow("the row has " + fields.length + " columns, but column " + (at + 1)
                    + " is needed. Add" + " it, or leave such rows out (--skip-invalid).");
        }
        return fields[at];
    }

    private double seconds(String text) throws UnusableRow {
        double seconds = number(text, "time") * layout.secondsPerUnit();
        if (!Age.isPossible(seconds)) {
            throw new UnusableRow("the time " + shown(text) + " is not 0 to " + Age.words(Age.MOST)
                    + " after programming. Correct it or its unit (--time-unit).");
        }
        return seconds;
    }

    private double valueUs(long number, String text, UnitWatch watch) throws UnusableRow {
        double value = number(text, layout.unit().isResistance() ? "resistance" : "conductance");
        if (value < 0 || (value == 0 && layout.unit().isResistance())) {
            throw new UnusableRow((layout.unit().isResistance() ? "the resistance " : "the conductance ") + shown(text)
                    + (layout.unit().isResistance() ? " is not above 0." : " is below 0.")
                    + " Correct it, or leave such rows out (--skip-invalid).");
        }
        double us = layout.unit().toUs(value);
        if (!ValueUnit.isPossible(us)) {
            throw new UnusableRow("the value " + shown(text) + " "
                    + layout.unit().word() + " is more than any cell has." + " Correct it, or name its unit (--unit).");
        }
        if (value > 0) {
            watch.add(number, value);
        }
        return us;
    }

    private static double number(String text, String what) throws UnusableRow {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, as NaN is
        }
        throw new UnusableRow("the " + what + " " + shown(text) + " is no number. Correct it (with a decimal point), or"
                + " leave such rows out (--skip-invalid).");
    }

    private static String shown(String text) {
        String plain = PlainText.of(text);
        return "\"" + (plain.length() > SHOWN ? plain.substring(0, SHOWN) + "\u2026" : plain) + "\"";
    }

    /** A whole number is its own; other names are hashed (FNV-1a, 64 bits). */
    static long key(String cell) {
        try {
            return Long.parseLong(cell);
        } catch (NumberFormatException e) {
            long hash = HASH_START;
            for (int i = 0; i < cell.length(); i++) {
                hash = (hash ^ cell.charAt(i)) * HASH_FACTOR;
            }
            return hash;
        }
    }

    /** A row that cannot be used, and why. */
    private static final class UnusableRow extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableRow(String message) {
            super(message, null, false, false);
        }
    }
}
