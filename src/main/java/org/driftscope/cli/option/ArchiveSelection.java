package org.driftscope.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
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

    /** Those that fit, oldest first; nothing is created: who has not run anything yet has no trials. */
    public List<ArchivedTrial> trials() {
        List<ArchivedTrial> trials = new ArrayList<>();
        each(trials::add);
        return trials;
    }

    /** As {@link #trials}, one after the other. @param visitor says whether it wants the next one too */
    public void each(Predicate<ArchivedTrial> visitor) {
        ArchiveFilter filter = filter();
        reading(archive -> {
            archive.each(filter.selection(), trial -> !filter.fits(trial) || visitor.test(trial));
            return null;
        });
    }

    /**
     * The newest of those that fit.
     *
     * @param trials oldest first
     * @param total how many fit; one more than {@code trials} stands for any larger number where {@code exact} is false
     * @param exact whether {@code total} is counted
     */
    public record Newest(List<ArchivedTrial> trials, long total, boolean exact) {}

    /** @param most how many at most, at least 1 */
    public Newest newest(int most) {
        ArchiveFilter filter = filter();
        Newest found = reading(archive -> {
            List<ArchivedTrial> trials = new ArrayList<>();
            archive.each(filter.selection().fromNewest(), trial -> {
                if (filter.fits(trial)) {
                    trials.add(trial);
                }
                return trials.size() <= most;
            });
            boolean exact = trials.size() <= most || filter.isExact();
            long total = exact && trials.size() > most ? archive.count(filter.selection()) : trials.size();
            List<ArchivedTrial> shown = trials.subList(0, Math.min(most, trials.size()));
            Collections.reverse(shown);
            return new Newest(List.copyOf(shown), total, exact);
        });
        return found == null ? new Newest(List.of(), 0, true) : found;
    }

    /** Null where there is no archive yet and none was named. */
    private <T extends @Nullable Object> @Nullable T reading(Function<RunArchive, T> work) {
        if (file == null && Files.notExists(path())) {
            return null;
        }
        try (RunArchive archive = RunArchive.openToRead(path())) {
            return work.apply(archive);
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
