package org.driftscope.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;

/** Reads back what {@link StudyFolder} wrote. */
public final class SavedTrials {
    /** A hundred thousand trials, which is the most that a study has, with long notes. */
    private static final long MOST_BYTES = 256L << 20;

    /** What every table of trials has. */
    private static final List<String> FIRST =
            TrialColumns.first().stream().map(TrialColumn::name).toList();

    private SavedTrials() {}

    /**
     * One sweep of a folder.
     *
     * @param experiment files and settings
     * @param trials numbers, in the order of the grid, without those that were refused
     */
    public record Saved(ExperimentFile experiment, List<SweepRunner.Finished> trials) {}

    /**
     * All sweeps of a folder, by name of their files.
     *
     * @param base values of settings that the experiment files leave out
     * @throws DataFormatException if there are none, or if a table is missing, damaged or of another study
     */
    public static List<Saved> of(Path folder, ExperimentSpec base) {
        if (!Files.isDirectory(folder)) {
            throw new DataFormatException(folder + " is not a folder. Give one that run or study wrote.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> experiments = files.filter(file -> file.toString().endsWith(StudyFolder.EXPERIMENT))
                    .sorted()
                    .toList();
            if (experiments.isEmpty()) {
                throw new DataFormatException(
                        folder + " holds no experiment file. Give a folder that run or study wrote.");
            }
            return experiments.stream().map(file -> read(file, base)).toList();
        } catch (IOException e) {
            throw new DataFormatException(folder + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }

    private static Saved read(Path file, ExperimentSpec base) {
        ExperimentFile experiment = ExperimentFileReader.read(file, base);
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - StudyFolder.EXPERIMENT.length());
        return new Saved(
                experiment,
                trials(
                        file.resolveSibling(stem + StudyFolder.TRIALS),
                        experiment.sweep().trials()));
    }

    private static List<SweepRunner.Finished> trials(Path csv, List<Sweep.Trial> trials) {
        String refusal = InputFiles.refusal(csv, "the table of trials that run or study wrote");
        if (!refusal.isEmpty()) {
            throw new DataFormatException(csv + refusal);
        }
        try {
            if (Files.size(csv) > MOST_BYTES) {
                throw new DataFormatException(csv + " is too large for a table of trials.");
            }
            List<String> lines = Files.readAllLines(csv).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            List<String> columns = lines.isEmpty() ? List.of() : outcomeColumns(lines.get(0));
            if (lines.size() != trials.size() + 1 || !columns.containsAll(FIRST)) {
                throw new DataFormatException(
                        csv + " does not hold the " + trials.size() + " trials of its study. Run the study again.");
            }
            List<SweepRunner.Finished> finished = new ArrayList<>();
            String refused = ",".repeat(columns.size());
            for (int i = 0; i < trials.size(); i++) {
                if (!lines.get(i + 1).endsWith(refused)) {
                    finished.add(new SweepRunner.Finished(i, trials.get(i), outcome(columns, lines.get(i + 1)), true));
                }
            }
            return finished;
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new DataFormatException(csv + " cannot be read: " + IoReason.of(e) + ". Run the study again.", e);
        }
    }

    /** The numbers come last, behind the notes. */
    private static List<String> outcomeColumns(String header) {
        List<String> all = List.of(header.split(",", -1));
        return all.subList(all.lastIndexOf(StudyTables.NOTES) + 1, all.size());
    }

    private static TrialOutcome outcome(List<String> columns, String line) {
        List<String> all = List.of(line.split(",", -1));
        // counted from the end: only settings and notes, which come first, may hold commas
        List<String> cells = all.subList(all.size() - columns.size(), all.size());
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (FIRST.contains(columns.get(i)) || !cells.get(i).isEmpty()) {
                numbers.put(columns.get(i), Double.parseDouble(cells.get(i)));
            }
        }
        return new TrialOutcome(numbers, "");
    }
}
