package org.driftscope.io.bench;

import java.nio.file.Path;
import java.util.Optional;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.FactoryStatistics;
import org.driftscope.experiment.Workbench;
import org.driftscope.io.files.Hashes;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.InputFiles;
import org.driftscope.support.ModelFormatException;

/**
 * A file of factory statistics, and which content of it is meant.
 *
 * @param file where it lies
 * @param sha256 of its content, hex, as specifications name it
 */
public record StatisticsChoice(Path file, String sha256) {
    /**
     * The file as it is now.
     *
     * @throws DataFormatException if it cannot be read
     */
    public static StatisticsChoice of(Path file) {
        String refusal = InputFiles.refusal(file, "layer statistics, as \"driftscope statistics\" writes them");
        if (!refusal.isEmpty()) {
            throw new DataFormatException(file + refusal);
        }
        return new StatisticsChoice(file, Hashes.sha256(file));
    }

    /**
     * Reads the file and lets a workbench's calibrations use it.
     *
     * @return what was read
     * @throws ModelFormatException if it is damaged, of another model, of images prepared in another way, or has changed
     */
    public StatisticsFile addTo(Workbench bench) {
        StatisticsFile read = StatisticsFile.load(file, bench.network());
        if (!read.sha256().equals(sha256)) {
            throw new ModelFormatException(file + " has changed since it was chosen (sha256 " + read.sha256()
                    + " instead of " + sha256 + "). Choose it again, or put the old one back.");
        }
        requireSame(read.statistics().preprocessing(), bench);
        bench.calibrations().addStatistics(sha256, read.statistics());
        return read;
    }

    /** What enters a layer depends on how pixels were prepared; where there are no images, nothing can disagree. */
    private void requireSame(Preprocessing gathered, Workbench bench) {
        Preprocessing used = bench.preprocessing();
        if (!gathered.sameNumbers(used) && bench.evaluationImages().count() > 0) {
            throw new ModelFormatException(file + " was gathered with preprocessing " + gathered.name()
                    + ", but the images here are prepared as " + used.name() + ". Give --preprocess " + gathered.name()
                    + ", or make the file again.");
        }
    }

    /** What a user should know of statistics and evaluation images together. */
    static Optional<String> overlap(FactoryStatistics statistics, ImageSource evaluation) {
        return statistics.imagesSha256().equals(evaluation.sha256())
                ? Optional.of("The factory statistics were gathered on images of the evaluation set "
                        + evaluation.name() + ". The accuracy after calibration may look better than it is.")
                : Optional.empty();
    }
}
