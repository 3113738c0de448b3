package org.driftscope.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.archive.TrialOutcome;
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

    /** What the line of a refused trial ends with. */
    private static final String NO_NUMBERS = ",".repeat(StudyTables.OUTCOME.size());

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
            if (lines.size() != trials.size() + 1 || !lines.get(0).endsWith(String.join(",", StudyTables.OUTCOME))) {
                throw new DataFormatException(
                        csv + " does not hold the " + trials.size() + " trials of its study. Run the study again.");
            }
            List<SweepRunner.Finished> finished = new ArrayList<>();
            for (int i = 0; i < trials.size(); i++) {
                if (!lines.get(i + 1).endsWith(NO_NUMBERS)) {
                    finished.add(new SweepRunner.Finished(i, trials.get(i), outcome(lines.get(i + 1)), true));
                }
            }
            return finished;
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new DataFormatException(csv + " cannot be read: " + IoReason.of(e) + ". Run the study again.", e);
        }
    }

    private static TrialOutcome outcome(String line) {
        List<String> all = List.of(line.split(",", -1));
        // counted from the end: only settings and notes, which come first, may hold commas
        List<String> cells = all.subList(all.size() - StudyTables.OUTCOME.size(), all.size());
        return new TrialOutcome(
                Integer.parseInt(cells.get(0)),
                Double.parseDouble(cells.get(1)),
                Double.parseDouble(cells.get(2)),
                Double.parseDouble(cells.get(3)),
                Long.parseLong(cells.get(4)),
                Double.parseDouble(cells.get(5)),
                Long.parseLong(cells.get(6)),
                Long.parseLong(cells.get(7)),
                Double.parseDouble(cells.get(8)),
                "");
    }
}
