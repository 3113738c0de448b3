package org.driftscope.cli.option;

import java.nio.file.Path;
import org.driftscope.experiment.archive.ArchiveLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a study's answers go and what it may reuse. */
public final class StudyOptions {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for figures and tables.")
    public Path out;

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            description = "Run archive (default: .driftscope/runs.sqlite in the home folder).")
    @Nullable
    Path archive;

    @Option(names = "--fresh", description = "Compute again what the archive has.")
    public boolean fresh;

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "Compute on a Spark cluster, e.g. spark://host:7077.")
    public @Nullable String spark;

    @Mixin
    public BarsOption bars;

    public Path archive() {
        return archive == null ? ArchiveLocation.standard() : archive;
    }
}
