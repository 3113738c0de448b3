package org.driftscope.io.device;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.device.CellMotion;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.PowerLawDrift;
import org.driftscope.device.measured.DriftTable;
import org.driftscope.device.measured.MeasuredDevice;
import org.driftscope.device.measured.ReplayedPaths;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.InputFiles;
import org.jspecify.annotations.Nullable;

/**
 * Devices of short lists as other simulators take them: (conductance, standard deviation) of each state, as NeuroSim's
 * mem_states.csv, which says nothing of time; or (conductance, mean of nu, its standard deviation) of a power law, as
 * aihwkit takes it.
 */
public final class ListedDevices {
    private static final int STATES = 2;
    private static final int EXPONENTS = 3;
    private static final double TEN_YEARS = 10 * 365 * 86_400.0;
    private static final double STEP = Math.sqrt(10);

    private ListedDevices() {}

    /**
     * Reads a list.
     *
     * @param name of the device
     * @param given unit of the conductances; null to tell it by their size
     * @param firstRead t0 of the power law, s
     * @throws DataFormatException if it is no such list, with its line
     */
    public static MeasuredDevice read(Path file, String name, @Nullable ValueUnit given, double firstRead) {
        String refusal = InputFiles.refusal(file, "a list of states, as text");
        if (!refusal.isEmpty()) {
            throw new DataFormatException(file + refusal);
        }
        List<double[]> rows = rows(file);
        ValueUnit unit = given != null
                ? given
                : UnitGuess.of(file.toString(), false, rows.stream().mapToDouble(row -> row[0]));
        rows.sort(Comparator.comparingDouble(row -> unit.toUs(row[0])));
        double[] targets = rows.stream().mapToDouble(row -> unit.toUs(row[0])).toArray();
        for (int i = 0; i < targets.length; i++) {
            requirePossible(file, targets[i], unit);
            if (i > 0 && targets[i] == targets[i - 1]) {
                throw new DataFormatException(
                        file + " has " + targets[i] + " \u00b5S twice. Give each conductance once.");
            }
        }
        boolean states = rows.get(0).length == STATES;
        DriftTable table = states ? states(file, targets, rows, unit) : exponents(targets, rows, firstRead);
        double highest = targets[targets.length - 1];
        ConductanceRange range = targets.length > 1
                ? new ConductanceRange(targets[0], highest)
                : new ConductanceRange(0, Math.max(highest, 1));
        return new MeasuredDevice(
                name,
                states
                        ? "States and their spread, as written; nothing is known of time."
                        : "A power law of time by state.",
                "",
                range,
                false,
                table,
                ReplayedPaths.NONE,
                file.getFileName() + ", " + targets.length + (states ? " states" : " exponents"));
    }

    private static void requirePossible(Path file, double us, ValueUnit unit) {
        if (!ValueUnit.isPossible(us)) {
            throw new DataFormatException(file + " has " + us + " \u00b5S, in " + unit.word()
                    + ", which no cell has. Correct it, or name its unit (--unit).");
        }
    }

    private static List<double[]> rows(Path file) {
        List<double[]> rows = new ArrayList<>();
        try (LineSource source = new LineSource(file)) {
            for (String line = source.next(); line != null; line = source.next()) {
                if (TableLayout.isRemark(line)) {
                    continue;
                }
                String[] fields = TableLayout.split(line, LayoutFinder.separator(line));
                if (rows.isEmpty() && !LayoutFinder.isNumber(fields[0])) {
                    continue; // headings
                }
                rows.add(row(file, source.number(), fields, rows.isEmpty() ? fields.length : rows.get(0).length));
                if (rows.size() > DriftTable.MOST) {
                    throw new DataFormatException(file + " has more than " + DriftTable.MOST
                            + " states. Measurements of" + " single cells are for \"driftscope device fit\".");
                }
            }
        }
        if (rows.isEmpty()) {
            throw new DataFormatException(file + " has no states. Give a line each: conductance, standard deviation.");
        }
        return rows;
    }

    private static double[] row(Path file, long line, String[] fields, int columns) {
        if (fields.length != columns || (columns != STATES && columns != EXPONENTS)) {
            throw new DataFormatException(file + ", line " + line + ": the line has " + fields.length
                    + " columns. Give two everywhere (conductance, standard deviation) or three (conductance, mean of nu,"
                    + " its standard deviation).");
        }
        double[] row = new double[columns];
        for (int i = 0; i < columns; i++) {
            if (LayoutFinder.isNumber(fields[i])) {
                row[i] = Double.parseDouble(fields[i]);
            }
            if (!LayoutFinder.isNumber(fields[i]) || !Double.isFinite(row[i]) || row[i] < 0) {
                throw new DataFormatException(file + ", line " + line + ": \"" + fields[i]
                        + "\" is no number of 0 or more. Correct it, with a decimal point.");
            }
        }
        return row;
    }

    private static DriftTable states(Path file, double[] targets, List<double[]> rows, ValueUnit unit) {
        if (unit.isResistance()) {
            throw new DataFormatException("The spread of a resistance is none of a conductance. Give conductances.");
        }
        double[] sigma = rows.stream().mapToDouble(row -> unit.toUs(row[1])).toArray();
        Arrays.stream(sigma).forEach(us -> requirePossible(file, us, unit));
        return new DriftTable(
                targets,
                new double[] {0},
                new double[][] {new double[targets.length]},
                new double[][] {sigma},
                new int[1][targets.length]);
    }

    /** The moments of the power law at half decades from t0 to ten years. */
    private static DriftTable exponents(double[] targets, List<double[]> rows, double firstRead) {
        int times = 2 + (int) Math.ceil(Math.log(TEN_YEARS / firstRead) / Math.log(STEP));
        double[] seconds = IntStream.range(0, times)
                .mapToDouble(time -> time == 0 ? 0 : firstRead * Math.pow(STEP, time - 1))
                .toArray();
        double[][] shift = new double[times][targets.length];
        double[][] sigma = new double[times][targets.length];
        ConductanceRange any = new ConductanceRange(0, 1);
        for (int state = 0; state < targets.length; state++) {
            PowerLawDrift law = new PowerLawDrift(rows.get(state)[1], rows.get(state)[2], firstRead);
            for (int time = 1; time < times; time++) {
                CellMotion motion = CellMotion.of(law, any, false, targets[state], seconds[time]);
                shift[time][state] = motion.shiftUs();
                sigma[time][state] = motion.sigmaUs();
            }
        }
        return new DriftTable(targets, seconds, shift, sigma, new int[times][targets.length]);
    }
}
