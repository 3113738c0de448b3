package org.driftscope.device.measured;

import java.util.Arrays;

/**
 * How far cells have moved, by where they began and how long ago. Between its nodes values are linear in conductance and in
 * the logarithm of time; beyond them they are held.
 *
 * @param targetsUs where cells began, µS, rising; one or more
 * @param seconds since then, rising, the first 0 or more; one or more
 * @param shiftUs mean change, µS, [time][target]
 * @param sigmaUs standard deviation about that, µS, 0 or more, [time][target]
 * @param cells that these were measured on, [time][target]
 */
public record DriftTable(double[] targetsUs, double[] seconds, double[][] shiftUs, double[][] sigmaUs, int[][] cells) {
    /** A node of the table by so few cells is doubtful. */
    public static final int FEW = 30;

    /** Most nodes along either axis. */
    public static final int MOST = 256;

    public DriftTable {
        requireRising("targets", targetsUs);
        requireRising("seconds", seconds);
        if (shiftUs.length != seconds.length || sigmaUs.length != seconds.length || cells.length != seconds.length) {
            throw new IllegalArgumentException("shift, sigma and cells need one row a time, " + seconds.length);
        }
        for (int time = 0; time < seconds.length; time++) {
            requireRow("shift", time, shiftUs[time], targetsUs.length, -Double.MAX_VALUE);
            requireRow("sigma", time, sigmaUs[time], targetsUs.length, 0);
            if (cells[time].length != targetsUs.length
                    || Arrays.stream(cells[time]).anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException(
                        "row " + (time + 1) + " of cells needs " + targetsUs.length + " counts of 0 or more");
            }
        }
        targetsUs = targetsUs.clone();
        seconds = seconds.clone();
        shiftUs = copy(shiftUs);
        sigmaUs = copy(sigmaUs);
        cells = Arrays.stream(cells).map(int[]::clone).toArray(int[][]::new);
    }

    private static void requireRising(String what, double[] values) {
        if (values.length < 1 || values.length > MOST) {
            throw new IllegalArgumentException(what + " has " + values.length + " numbers, but must have 1 to " + MOST);
        }
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0) || Double.isInfinite(values[i]) || (i > 0 && values[i] <= values[i - 1])) {
                throw new IllegalArgumentException(
                        what + " must rise from 0 or more, but has " + values[i] + " as its " + (i + 1) + ". number");
            }
        }
    }

    private static void requireRow(String what, int time, double[] row, int length, double least) {
        if (row.length != length) {
            throw new IllegalArgumentException("row " + (time + 1) + " of " + what + " has " + row.length
                    + " numbers, but there are " + length + " targets");
        }
        for (double value : row) {
            if (!Double.isFinite(value) || value < least) {
                throw new IllegalArgumentException("row " + (time + 1) + " of " + what + " has " + value
                        + (least == 0 ? ", but must be 0 or more" : ", which is no amount"));
            }
        }
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** Age of the last measurement, s. */
    public double lastSeconds() {
        return seconds[seconds.length - 1];
    }

    /** Nodes that fewer than {@link #FEW} cells stand behind; those that say so themselves, with more than none. */
    public long doubtful() {
        return Arrays.stream(cells)
                .flatMapToInt(Arrays::stream)
                .filter(count -> count > 0 && count < FEW)
                .count();
    }

    /** Shift and spread against conductance at one moment. */
    Slice at(double age) {
        TimePlace place = TimePlace.of(seconds, age);
        return new Slice(targetsUs, place.of(shiftUs), place.of(sigmaUs));
    }

    /** The table at one moment. */
    record Slice(double[] targetsUs, double[] shiftUs, double[] sigmaUs) {
        /** Where a cell of some conductance is. @param normal the cell's own number */
        double movedUs(double gUs, double normal) {
            int last = targetsUs.length - 1;
            if (gUs <= targetsUs[0] || last == 0) {
                return gUs + shiftUs[0] + sigmaUs[0] * normal;
            }
            if (gUs >= targetsUs[last]) {
                return gUs + shiftUs[last] + sigmaUs[last] * normal;
            }
            int low = 0;
            int high = last;
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (targetsUs[middle] <= gUs) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double share = (gUs - targetsUs[low]) / (targetsUs[high] - targetsUs[low]);
            double shift = shiftUs[low] + (shiftUs[high] - shiftUs[low]) * share;
            double sigma = sigmaUs[low] + (sigmaUs[high] - sigmaUs[low]) * share;
            return gUs + shift + sigma * normal;
        }
    }
}
