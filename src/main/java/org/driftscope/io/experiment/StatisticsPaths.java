package org.driftscope.io.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.io.yaml.YamlMap;
import org.driftscope.io.yaml.YamlNode;
import org.driftscope.io.yaml.YamlScalar;
import org.driftscope.support.AtomicFiles;

/**
 * The files of factory statistics that an experiment file names by their paths. Settings name them by their sha256, so that
 * a trial is the same wherever its file lies.
 *
 * @param values of the setting: a sha256 or "none" each, in the file's order; empty where it is left out
 * @param files those that are named
 */
record StatisticsPaths(List<Object> values, List<StatisticsChoice> files) {
    StatisticsPaths {
        values = List.copyOf(values);
        files = List.copyOf(files);
    }

    /** @throws org.driftscope.io.yaml.SpecFileException if there is no such file, with line and column */
    static StatisticsPaths of(Path file, YamlMap root) {
        List<Object> values = new ArrayList<>();
        List<StatisticsChoice> files = new ArrayList<>();
        List<YamlNode> nodes = root.find(Settings.STATISTICS.name()).isPresent()
                ? root.require(Settings.STATISTICS.name()).oneOrMore()
                : List.of();
        for (YamlNode node : nodes) {
            YamlScalar text = node.scalar();
            if (text.text().equals(Settings.NO_STATISTICS)) {
                values.add(Settings.NO_STATISTICS);
            } else {
                StatisticsChoice choice = choice(text, AtomicFiles.folder(file));
                values.add(choice.sha256());
                files.add(choice);
            }
        }
        return new StatisticsPaths(values, files);
    }

    private static StatisticsChoice choice(YamlScalar text, Path folder) {
        Path path = ExperimentFileReader.path(folder, text);
        if (!Files.isRegularFile(path)) {
            throw text.place()
                    .error("there is no file " + path + ". Give " + Settings.NO_STATISTICS
                            + " (of the calibration images), or a file that \"driftscope statistics\" wrote");
        }
        return StatisticsChoice.of(path);
    }

    /** Whether every trial takes its statistics from a file, so that no calibration images are needed. */
    boolean always() {
        return !values.isEmpty() && files.size() == values.size();
    }
}
