package org.driftscope.device.measured;

import java.util.Arrays;
import org.driftscope.support.DataFormatException;

/** When each cell was first measured, and what it had then: an open-addressed table of plain numbers. */
final class FirstValues {
    /** About 200 MB. */
    static final int MOST_CELLS = 5_000_000;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final String file;
    private long[] keys = new long[1 << 12];
    /** NaN where the place is free. */
    private double[] seconds = free(keys.length);

    private double[] valuesUs = new double[keys.length];
    private int cells;

    FirstValues(String file) {
        this.file = file;
    }

    private static double[] free(int length) {
        double[] places = new double[length];
        Arrays.fill(places, Double.NaN);
        return places;
    }

    /** The earliest of all that a cell is given counts; of equally early ones the first given. */
    void add(long cell, double when, double gUs) {
        int at = find(cell);
        if (Double.isNaN(seconds[at])) {
            if (cells == MOST_CELLS) {
                throw new DataFormatException(
                        file + " has more than " + MOST_CELLS + " cells. Give a part of them; so many tell no more.");
            }
            cells++;
            put(at, cell, when, gUs);
            if (cells * 5L > keys.length * 3L) {
                grow();
            }
        } else if (when < seconds[at]) {
            put(at, cell, when, gUs);
        }
    }

    private void put(int at, long cell, double when, double gUs) {
        keys[at] = cell;
        seconds[at] = when;
        valuesUs[at] = gUs;
    }

    int cells() {
        return cells;
    }

    /** What a cell had when it was first measured, if that was by a certain time; else NaN. */
    double valueUs(long cell, double latest) {
        int at = find(cell);
        return seconds[at] <= latest ? valuesUs[at] : Double.NaN;
    }

    /** First values of all cells that were measured by a certain time. */
    double[] valuesUs(double latest) {
        double[] values = new double[cells];
        int count = 0;
        for (int at = 0; at < keys.length; at++) {
            if (seconds[at] <= latest) {
                values[count++] = valuesUs[at];
            }
        }
        return Arrays.copyOf(values, count);
    }

    private int find(long cell) {
        int mask = keys.length - 1;
        int at = (int) ((cell * MIX) >>> 32) & mask;
        while (!Double.isNaN(seconds[at]) && keys[at] != cell) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        double[] oldSeconds = seconds;
        double[] oldValues = valuesUs;
        keys = new long[2 * oldKeys.length];
        seconds = free(keys.length);
        valuesUs = new double[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (!Double.isNaN(oldSeconds[i])) {
                put(find(oldKeys[i]), oldKeys[i], oldSeconds[i], oldValues[i]);
            }
        }
    }
}
