package org.driftscope.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.setting.Settings.Part;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.bench.StatisticsChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is fitted, and how: an option for each setting of the calibration. A command to picocli, which knows no other name for it. */
@Command
public final class CalibrationOptions {
    /** A file of statistics is named by its path. */
    private final SettingOptions options = new SettingOptions(Map.of(Settings.STATISTICS, Path::of));

    @Spec(Spec.Target.MIXEE)
    void addSettings(CommandSpec command) {
        options.addTo(command, Settings.of(Part.CALIBRATION));
    }

    /** The file of statistics as it is now; empty where none was given. */
    public List<StatisticsChoice> statistics() {
        return options.given(Settings.STATISTICS)
                .map(file -> List.of(StatisticsChoice.of((Path) file)))
                .orElse(List.of());
    }

    /** Statistics of the calibration images. */
    public CalibrationSpec spec() {
        return spec(List.of());
    }

    /** @param files of statistics, at most one */
    public CalibrationSpec spec(List<StatisticsChoice> files) {
        CalibrationSpec spec = given().calibration();
        String sha256 = files.isEmpty() ? "" : files.get(0).sha256();
        return spec.withSettings(spec.settings().withStatistics(sha256));
    }

    public LayerChoice layers() {
        return given().calibratedLayers();
    }

    private ExperimentSpec given() {
        Map<String, Object> given = options.given();
        given.remove(Settings.STATISTICS.name());
        return Settings.with(ExperimentSpec.defaults(), given);
    }
}
