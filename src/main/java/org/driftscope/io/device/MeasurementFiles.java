package org.driftscope.io.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.driftscope.device.measured.Measurements;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;

/** Opens files of measured cells, told by their content. */
public final class MeasurementFiles {
    private static final String WANTED = "a table of measurements (CSV, TSV, also gz, or NPZ)";

    private static final int MOST_ARRAYS = 1_000;

    private MeasurementFiles() {}

    /** @throws DataFormatException if it is no such file, or does not say which column is which */
    public static Measurements open(Path file, TableOptions options) {
        String refusal = InputFiles.refusal(file, WANTED);
        if (!refusal.isEmpty()) {
            throw new DataFormatException(file + refusal);
        }
        return isZip(file) ? new NpzMeasurements(file, options) : new DelimitedMeasurements(file, options);
    }

    /** Whether an NPZ archive has arrays that are called as times and measured values are; by its names alone. */
    public static boolean holdsMeasurements(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> kinds = zip.stream()
                    .limit(MOST_ARRAYS)
                    .map(entry -> LayoutFinder.base(entry.getName().replaceFirst("\\.npy$", "")))
                    .collect(Collectors.toSet());
            return kinds.stream().anyMatch(LayoutFinder.TIMES::contains)
                    && kinds.stream()
                            .anyMatch(kind -> LayoutFinder.CONDUCTANCES.contains(kind)
                                    || LayoutFinder.RESISTANCES.contains(kind));
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        } catch (IOException e) {
            throw new DataFormatException(file + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }
}
