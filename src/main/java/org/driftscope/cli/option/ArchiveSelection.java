package org.driftscope.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.Method;
import org.driftscope.experiment.archive.ArchiveLocation;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.report.ArchiveFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which archive, and which of its trials. */
public final class ArchiveSelection {
    @Option(
            names = "--archive",
            paramLabel = "FILE",
            description = "Run archive (default: .driftscope/runs.sqlite in the home folder).")
    @Nullable
    Path file;

    @Option(names = "--study", paramLabel = "NAME", description = "Only trials of this study.")
    public String study = "";

    @Option(names = "--tag", paramLabel = "WORD", description = "Only trials with this tag.")
    String tag = "";

    @Option(names = "--method", paramLabel = "NAME", description = "Only trials of this method.")
    @Nullable
    String method;

    @Option(names = "--drift", paramLabel = "RHO", description = "Only trials of this relative drift.")
    @Nullable
    Double drift;

    @Option(
            names = "--where",
            paramLabel = "SETTING=VALUE",
            description = "Only trials with this setting, e.g. rank=4; may be given several times.")
    Map<String, String> where = new LinkedHashMap<>();

    public Path path() {
        return file == null ? ArchiveLocation.standard() : file;
    }

    /** Those that fit; nothing is created: who has not run anything yet has no trials. */
    public List<ArchivedTrial> trials() {
        ArchiveFilter filter = filter();
        if (file == null && Files.notExists(path())) {
            return List.of();
        }
        try (RunArchive archive = RunArchive.openToRead(path())) {
            return filter.of(archive.list(study));
        }
    }

    private ArchiveFilter filter() {
        Map<String, String> settings = new LinkedHashMap<>(where);
        if (method != null) {
            settings.put(
                    CalibrationSettings.METHOD.name(),
                    Method.named("--method", method).id());
        }
        if (drift != null) {
            settings.put(DriftSettings.DRIFT.name(), drift.toString());
        }
        return new ArchiveFilter(study, tag, settings);
    }
}
