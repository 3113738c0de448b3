package org.driftscope.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.driftscope.support.DataFormatException;

/** Reads back the numbers of a study's trials. */
public final class SavedTrials {
    private static final String COLUMN = "calibratedTop1";

    private SavedTrials() {}

    /**
     * Accuracy after calibration of every trial, 0 to 1, in the order of the grid.
     *
     * @param csv as {@link StudyFolder} wrote it
     * @param trials how many there must be
     * @throws DataFormatException if the file is missing, damaged or of another study
     */
    public static List<Double> calibratedTop1(Path csv, int trials) {
        try {
            List<String> lines = Files.readAllLines(csv).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            int column =
                    lines.isEmpty() ? -1 : List.of(lines.get(0).split(",", -1)).indexOf(COLUMN);
            if (column < 0 || lines.size() != trials + 1) {
                throw new DataFormatException(csv + " does not hold " + trials + " trials with a column " + COLUMN
                        + ". Run the study again.");
            }
            int fromEnd = lines.get(0).split(",", -1).length - column;
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        // counted from the end: only settings, which come first, may hold quoted commas
                        String[] cells = line.split(",", -1);
                        return Double.valueOf(cells[cells.length - fromEnd]);
                    })
                    .toList();
        } catch (IOException | NumberFormatException e) {
            throw new DataFormatException(csv + " cannot be read: " + e.getMessage() + ". Run the study again.", e);
        }
    }
}
