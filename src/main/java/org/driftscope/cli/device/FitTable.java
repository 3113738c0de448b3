package org.driftscope.cli.device;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import org.driftscope.cli.output.TextTable;
import org.driftscope.device.Age;
import org.driftscope.device.measured.DriftTable;

/** A measured device's table in text: how cells of each conductance have moved, with standard errors. */
public final class FitTable {
    private FitTable() {}

    static void print(PrintWriter out, DriftTable table) {
        double[] seconds = table.seconds();
        TextTable text = new TextTable(heads(seconds));
        double[] targets = table.targetsUs();
        for (int at = 0; at < targets.length; at++) {
            String[] row = new String[2 + seconds.length];
            row[0] = String.format(Locale.ROOT, "%.3g", targets[at]);
            int bin = at;
            int least = Arrays.stream(table.cells())
                    .mapToInt(counts -> counts[bin])
                    .min()
                    .orElse(0);
            row[1] = Integer.toString(least);
            for (int time = 0; time < seconds.length; time++) {
                row[2 + time] = words(table, time, at);
            }
            text.row(row);
        }
        out.println("Mean change and standard deviation, \u00b5S, \u00b1 their standard errors");
        text.print(out);
    }

    private static String[] heads(double[] seconds) {
        String[] heads = new String[2 + seconds.length];
        heads[0] = "from, \u00b5S";
        heads[1] = "cells";
        for (int time = 0; time < seconds.length; time++) {
            heads[2 + time] = Age.words(seconds[time]);
        }
        return heads;
    }

    private static String words(DriftTable table, int time, int at) {
        double sigma = table.sigmaUs()[time][at];
        int cells = Math.max(2, table.cells()[time][at]);
        return String.format(
                Locale.ROOT,
                "%+.2f\u00b1%.2f  %.2f\u00b1%.2f",
                table.shiftUs()[time][at],
                sigma / Math.sqrt(cells),
                sigma,
                sigma / Math.sqrt(2.0 * (cells - 1)));
    }
}
