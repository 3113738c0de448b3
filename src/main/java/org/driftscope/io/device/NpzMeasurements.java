package org.driftscope.io.device;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.driftscope.device.Age;
import org.driftscope.device.measured.Measurements;
import org.driftscope.io.npy.NpyArray;
import org.driftscope.io.npy.NpzReader;
import org.driftscope.support.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Measurements as NumPy arrays: either one element a measurement in arrays of one length, or conductances [cells, times]
 * beside the times [times].
 */
final class NpzMeasurements implements Measurements {
    private static final String HELP =
            " Give arrays cell, time and conductance (or resistance) of one length, or time [T]"
                    + " and conductance [cells, T]; target is optional.";

    private final Path file;
    private final Map<String, NpyArray> arrays;
    private final TableOptions options;
    private final NpyArray values;
    private final String valueName;
    private final double[] seconds;
    private final @Nullable NpyArray cells;
    private final double @Nullable [] targets;
    private final ValueUnit unit;
    private long skipped;

    NpzMeasurements(Path file, TableOptions options) {
        this.file = file;
        this.options = options;
        this.arrays = NpzReader.read(file);
        boolean resistance = !options.resistance().isEmpty()
                || (options.conductance().isEmpty() && find("", LayoutFinder.CONDUCTANCES) == null);
        valueName = require(
                resistance ? options.resistance() : options.conductance(),
                resistance ? LayoutFinder.RESISTANCES : LayoutFinder.CONDUCTANCES,
                resistance
                        ? options.resistance().isEmpty() ? "conductance or resistance" : "resistance"
                        : "conductance");
        values = array(valueName);
        String timeName = require(options.time(), LayoutFinder.TIMES, "time");
        double factor = options.timeUnit().isEmpty() ? 1 : TimeWords.unit(options.timeUnit());
        seconds = Arrays.stream(array(timeName).doubles())
                .map(value -> value * factor)
                .toArray();
        String cellName = find(options.cell(), LayoutFinder.CELLS);
        cells = cellName == null ? null : array(cellName);
        String targetName =
                options.target().equals(TableOptions.NONE) ? null : find(options.target(), LayoutFinder.TARGETS);
        targets = targetName == null ? null : array(targetName).doubles();
        unit = unit(resistance);
        requireShapes(timeName);
    }

    private @Nullable String find(String given, Set<String> usual) {
        if (!given.isEmpty()) {
            if (!arrays.containsKey(given)) {
                throw new DataFormatException(
                        file + " has no array \"" + given + "\"; it has " + String.join(", ", arrays.keySet()) + ".");
            }
            return given;
        }
        List<String> found = arrays.keySet().stream()
                .filter(name -> usual.contains(LayoutFinder.base(name)))
                .toList();
        if (found.size() > 1) {
            throw new UnclearColumns(
                    file + " has several arrays of one kind, " + String.join(" and ", found) + ".",
                    "Say which to take (--cell, --time, --conductance, --target).");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private String require(String given, Set<String> usual, String what) {
        String name = find(given, usual);
        if (name == null) {
            throw new UnclearColumns(
                    file + " has no array named " + what + "; it has "
                            + (arrays.isEmpty() ? "none" : String.join(", ", arrays.keySet())) + ".",
                    HELP.strip());
        }
        return name;
    }

    private NpyArray array(String name) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no array " + name);
        }
        return array;
    }

    private boolean isWide() {
        return values.shape().length == 2;
    }

    private void requireShapes(String timeName) {
        int[] shape = values.shape();
        boolean fits;
        if (shape.length == 2) {
            fits = seconds.length == shape[1]
                    && (cells == null || cells.size() == shape[0])
                    && (targets == null || targets.length == shape[0]);
        } else {
            fits = shape.length == 1
                    && seconds.length == shape[0]
                    && cells != null
                    && cells.size() == shape[0]
                    && (targets == null || targets.length == shape[0]);
        }
        if (!fits) {
            throw new DataFormatException(file + " has " + valueName + " " + Arrays.toString(shape) + " and " + timeName
                    + " [" + seconds.length + "]" + (cells == null ? "" : " and cells [" + cells.size() + "]")
                    + (targets == null ? "" : " and targets [" + targets.length + "]")
                    + ", which do not fit together." + HELP);
        }
    }

    private ValueUnit unit(boolean resistance) {
        ValueUnit given = options.unit();
        if (given != null) {
            return given;
        }
        return ValueUnit.find(LayoutFinder.unitWord(valueName))
                .orElseGet(() -> UnitGuess.of(
                        file.toString(),
                        resistance,
                        IntStream.range(0, Math.min(values.size(), UnitGuess.SAMPLE))
                                .mapToDouble(i -> values.floats(i, 1)[0])));
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public String place(long number) {
        int at = (int) (number - 1);
        return isWide()
                ? valueName + "[" + at / seconds.length + ", " + at % seconds.length + "]"
                : valueName + "[" + at + "]";
    }

    @Override
    public long skipped() {
        return skipped;
    }

    @Override
    public void forEach(Sink sink) {
        skipped = 0;
        UnitWatch watch = new UnitWatch();
        double[] all = values.doubles();
        double[] names = cells == null ? null : cells.doubles();
        boolean wide = isWide();
        for (int i = 0; i < all.length; i++) {
            int row = wide ? i / seconds.length : i;
            double second = seconds[wide ? i % seconds.length : i];
            double target = targets == null ? Double.NaN : targets[row];
            if (wide && Double.isNaN(all[i])) {
                continue; // not measured then
            }
            if (usable(i + 1L, all[i], second) && usable(i + 1L, targets == null ? 1 : target, second)) {
                watch.add(i + 1L, Math.max(all[i], Double.MIN_NORMAL));
                sink.row(
                        i + 1L,
                        names == null ? row : Double.doubleToLongBits(names[row]),
                        second,
                        unit.toUs(all[i]),
                        targets == null ? Double.NaN : unit.toUs(target));
            }
        }
        if (options.unit() == null) {
            watch.check(file.toString(), this::place);
        }
    }

    private boolean usable(long number, double value, double second) {
        boolean valueFits = Double.isFinite(value)
                && (unit.isResistance() ? value > 0 : value >= 0)
                && ValueUnit.isPossible(unit.toUs(value));
        boolean timeFits = Age.isPossible(second);
        if (valueFits && timeFits) {
            return true;
        }
        if (!options.skipInvalid()) {
            throw new DataFormatException(file + ", " + place(number) + ": "
                    + (valueFits
                            ? "the time " + second + " s is not 0 to " + Age.words(Age.MOST) + "."
                            : "the value " + value + " " + unit.word() + " is no "
                                    + (unit.isResistance() ? "resistance above 0" : "conductance of 0 or more")
                                    + " that a cell can have.")
                    + " Correct it or its unit, or leave such elements out (--skip-invalid).");
        }
        skipped++;
        return false;
    }
}
