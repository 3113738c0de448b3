package org.driftscope.io.device;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.driftscope.io.npy.NpyArray;
import org.driftscope.io.npy.NpzReader;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.PlainText;

/**
 * The beginning of a table of measurements, to choose columns by.
 *
 * @param names of the columns: headings, "Column 1" and so on where there are none, or arrays with their shapes
 * @param words how {@link TableOptions} name each column
 * @param rows the first, as text; a short one lacks its last columns
 * @param arrays whether the columns are NumPy arrays
 * @param wide whether headings are times, so that each row may be a cell
 */
public record TablePreview(
        List<String> names, List<String> words, List<List<String>> rows, boolean arrays, boolean wide) {
    private static final int ROWS = 6;
    private static final int COLUMNS = 40;
    private static final int LONGEST = 24;

    public TablePreview {
        names = List.copyOf(names);
        words = List.copyOf(words);
        rows = List.copyOf(rows);
    }

    /** @throws DataFormatException if the file cannot be read or is empty */
    public static TablePreview of(Path file) {
        return MeasurementFiles.isZip(file) ? ofArrays(NpzReader.read(file)) : ofText(file);
    }

    /** Files of the same columns have the same, so that what was said of one can be remembered for the next. */
    public String kind() {
        return Integer.toHexString(names.hashCode()) + "-" + names.size() + (arrays ? "a" : "");
    }

    private static TablePreview ofText(Path file) {
        List<String> lines = new ArrayList<>();
        try (LineSource source = new LineSource(file)) {
            for (String line = source.next(); line != null && lines.size() <= ROWS; line = source.next()) {
                if (!TableLayout.isRemark(line)) {
                    lines.add(line);
                }
            }
        }
        if (lines.isEmpty()) {
            throw new DataFormatException(file + " is empty. Give a table of measurements.");
        }
        LayoutFinder finder = new LayoutFinder(file.toString(), TableOptions.found(), lines);
        List<String> first = finder.columns();
        int count = Math.min(COLUMNS, first.size());
        return new TablePreview(
                IntStream.range(0, count)
                        .mapToObj(at -> finder.hasHeadings() ? brief(first.get(at)) : "Column " + (at + 1))
                        .toList(),
                IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList(),
                finder.rows().stream()
                        .limit(ROWS)
                        .map(row -> Arrays.stream(row)
                                .limit(count)
                                .map(TablePreview::brief)
                                .toList())
                        .toList(),
                false,
                finder.hasTimesForHeadings());
    }

    private static TablePreview ofArrays(Map<String, NpyArray> arrays) {
        List<String> words = arrays.keySet().stream().limit(COLUMNS).toList();
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            int at = row;
            rows.add(words.stream()
                    .map(word -> {
                        NpyArray array = arrays.get(word);
                        return array == null || array.size() <= at
                                ? ""
                                : String.format(Locale.ROOT, "%.6g", array.floats(at, 1)[0]);
                    })
                    .toList());
        }
        return new TablePreview(
                words.stream()
                        .map(word -> {
                            NpyArray array = arrays.get(word);
                            return brief(word) + " " + (array == null ? "" : Arrays.toString(array.shape()));
                        })
                        .toList(),
                words,
                rows,
                true,
                false);
    }

    private static String brief(String text) {
        String plain = PlainText.of(text);
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "\u2026";
    }
}
