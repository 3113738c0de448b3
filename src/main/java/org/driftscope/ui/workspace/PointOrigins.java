package org.driftscope.ui.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.TrialRecord;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.ui.state.DataFile;
import org.driftscope.ui.state.PointOrigin;
import org.jspecify.annotations.Nullable;

/** What calibrations on an open network come from. Slow the first time: whole files are read for their hashes. */
public final class PointOrigins {
    private PointOrigins() {}

    /**
     * Of a calibration that is finished now, by this build.
     *
     * @param files that the bench was opened from
     * @param spec what was asked
     */
    public static PointOrigin of(Workbench bench, OpenRequest files, CalibrationSpec spec) {
        Provenance source = Provenance.of(bench);
        Path evaluation = files.evaluation();
        Path calibration = files.calibration() == null ? evaluation : files.calibration();
        return new PointOrigin(
                new DataFile(name(files.model()), source.modelSha256()),
                bench.network().analogLayers().size(),
                images(evaluation, source.imagesSha256()),
                images(calibration, source.calibrationSha256()),
                statistics(files, SettingUse.relevant(spec).settings().statistics()),
                bench.preprocessing(),
                source.version(),
                source.commit(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * Of an archived trial, of whatever network. Where it names the files that are open, so are they called.
     *
     * @param trial what the archive keeps of it
     * @param source its provenance
     * @param asked its settings
     */
    public static PointOrigin of(Workspace open, ArchivedTrial trial, JsonNode source, ExperimentSpec asked) {
        OpenRequest files = open.files();
        Path calibration = files.calibration();
        String imagesName = files.evaluation() == null ? "" : name(files.scored());
        DataFile model = archived(source, "model", open.network().sha256(), name(files.model()));
        boolean same = isOf(open, source);
        return new PointOrigin(
                model,
                same
                        ? open.network().analogLayers().size()
                        : source.path("analogLayers").asInt(),
                archived(source, "images", open.imagesSha256(), imagesName),
                archived(
                        source,
                        "calibration",
                        open.calibrationSha256(),
                        calibration == null ? imagesName : name(calibration)),
                statistics(
                        files,
                        SettingUse.relevant(asked.calibration()).settings().statistics()),
                preprocessing(open, trial, source, asked),
                source.path("version").asText(),
                source.path("commit").asText(),
                time(trial.finishedAt()));
    }

    /** Whether a trial was made with the network that is open. @param source the trial's provenance */
    public static boolean isOf(Workspace open, JsonNode source) {
        return source.path("modelSha256").asText().equals(open.network().sha256());
    }

    /** Trials of older versions do not say it, but their key does where it is that of the open files. */
    private static @Nullable Preprocessing preprocessing(
            Workspace open, ArchivedTrial trial, JsonNode source, ExperimentSpec asked) {
        JsonNode known = source.path("preprocessing");
        if (known.isObject()) {
            return new Preprocessing(
                    known.path("name").asText(),
                    known.path("scale").asDouble(),
                    numbers(known.path("mean")),
                    numbers(known.path("std")),
                    known.path("reversed").asBoolean());
        }
        return open.use(bench ->
                        Optional.of(bench.preprocessing()).filter(own -> TrialRecord.isOf(trial, asked, bench)))
                .orElse(null);
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    /** A model may be open without images. */
    private static DataFile images(@Nullable Path file, String sha256) {
        return file == null ? DataFile.NOT_RECORDED : new DataFile(name(file), sha256);
    }

    private static DataFile archived(JsonNode source, String what, String openSha256, String openName) {
        String sha256 = source.path(what + "Sha256").asText();
        String name = source.path(what + "Name").asText();
        return new DataFile(sha256.equals(openSha256) ? openName : name, sha256);
    }

    private static @Nullable Instant time(String finishedAt) {
        try {
            return Instant.parse(finishedAt);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static DataFile statistics(OpenRequest files, String sha256) {
        if (sha256.isEmpty()) {
            return DataFile.NOT_RECORDED;
        }
        String name = files.statistics().stream()
                .filter(known -> known.sha256().equals(sha256))
                .map(StatisticsChoice::file)
                .map(PointOrigins::name)
                .findFirst()
                .orElse("");
        return new DataFile(name, sha256);
    }

    /** A file's name without its folder. */
    public static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }
}
