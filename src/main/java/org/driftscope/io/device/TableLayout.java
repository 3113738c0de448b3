package org.driftscope.io.device;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands in a table of measurements.
 *
 * @param separator between columns; a blank stands for any number of blanks
 * @param headings whether the first line has names
 * @param cell column, from 0; -1 where each row is a cell of its own
 * @param time column; -1 in a wide table
 * @param value column; -1 in a wide table
 * @param target column; -1 for none
 * @param wide columns of a wide table
 * @param wideSeconds the time of each of them
 * @param unit of values and targets
 * @param unitGiven whether the user named it
 * @param secondsPerUnit of the column of times
 */
record TableLayout(
        char separator,
        boolean headings,
        int cell,
        int time,
        int value,
        int target,
        int[] wide,
        double[] wideSeconds,
        ValueUnit unit,
        boolean unitGiven,
        double secondsPerUnit) {
    boolean isWide() {
        return wide.length > 0;
    }

    /** The columns of a line, without quotes around them; written out, since a regular expression takes half of the time. */
    static String[] split(String line, char separator) {
        if (separator == ' ') {
            return line.strip().split("\\s+");
        }
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
            fields.add(plain(line, from, at));
            from = at + 1;
        }
        fields.add(plain(line, from, line.length()));
        return fields.toArray(new String[0]);
    }

    private static String plain(String line, int from, int to) {
        String field = line.substring(from, to).strip();
        boolean quoted = field.length() > 1 && field.charAt(0) == '"' && field.endsWith("\"");
        return quoted ? field.substring(1, field.length() - 1) : field;
    }

    static boolean isRemark(String line) {
        return line.isBlank() || line.startsWith("#");
    }
}
