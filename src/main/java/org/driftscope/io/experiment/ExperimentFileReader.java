package org.driftscope.io.experiment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.yaml.SpecFileException;
import org.driftscope.io.yaml.YamlMap;
import org.driftscope.io.yaml.YamlNode;
import org.driftscope.io.yaml.YamlReader;
import org.driftscope.io.yaml.YamlScalar;
import org.driftscope.io.yaml.YamlSweep;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.FileNames;
import org.driftscope.support.SpecException;

/** Reads experiment files; what is unknown, of the wrong type or out of range is refused with line and column. */
public final class ExperimentFileReader {
    /** Keys that are no settings: which files to work on. */
    static final List<String> FILE_KEYS =
            List.of("name", "model", "images", "calibration", "preprocess", "mean", "std", "scaleBy", "limit");

    private static final int MOST_GROUNDS = 64;

    private ExperimentFileReader() {}

    /**
     * @param file paths in it are relative to its folder
     * @param base values of the settings it leaves out
     * @throws SpecFileException if it cannot be used as it stands
     */
    public static ExperimentFile read(Path file, ExperimentSpec base) {
        YamlMap root = YamlReader.read(file);
        root.requireOnly(
                Stream.concat(FILE_KEYS.stream(), Settings.all().stream().map(Setting::name))
                        .toList());
        StatisticsPaths statistics = StatisticsPaths.of(file, root);
        DevicePaths devices = DevicePaths.of(file, root);
        ExperimentSpec start = base.withDevices(devices.known(base.devices()));
        Map<String, Object> single = new LinkedHashMap<>();
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        List<ExperimentSpec> grounds = List.of(start);
        for (Setting setting : Settings.all()) {
            if (root.find(setting.name()).isPresent()) {
                List<Object> values =
                        values(setting, root.require(setting.name()), withBase(grounds, start), statistics, devices);
                grounds = further(grounds, setting, values);
                if (values.size() == 1 && !isSweptWith(setting, axes)) {
                    single.put(setting.name(), values.get(0));
                } else {
                    axes.put(setting.name(), values);
                }
            }
        }
        ExperimentSpec spec = Settings.with(start, single);
        return new ExperimentFile(files(file, root, statistics), new Sweep(name(file, root), spec, axes));
    }

    private static List<ExperimentSpec> withBase(List<ExperimentSpec> grounds, ExperimentSpec base) {
        return Stream.concat(grounds.stream(), Stream.of(base)).toList();
    }

    /** Beside a list of presets or devices a single value of what they set has to hold for each of them. */
    private static boolean isSweptWith(Setting setting, Map<String, List<Object>> axes) {
        return axes.keySet().stream()
                .anyMatch(axis -> Settings.named(axis).sets().contains(setting.name()));
    }

    private static String name(Path file, YamlMap root) {
        return root.find("name")
                .map(node -> named(node.scalar()))
                .orElseGet(() -> FileNames.safe(file.getFileName().toString().replaceFirst("\\.ya?ml$", "")));
    }

    /** Files are called so: a name must not lead to another folder. */
    private static String named(YamlScalar name) {
        try {
            return FileNames.require("name", name.text());
        } catch (SpecException e) {
            throw name.place().error(e.userMessage());
        }
    }

    private static List<Object> values(
            Setting setting,
            YamlNode node,
            List<ExperimentSpec> grounds,
            StatisticsPaths statistics,
            DevicePaths devices) {
        List<Object> values;
        try {
            values = setting.equals(Settings.STATISTICS)
                    ? statistics.values()
                    : SettingValues.of(setting, node, devices);
        } catch (SpecException | DataFormatException e) {
            throw node.place().error(e.userMessage());
        } catch (SpecFileException e) {
            throw new SpecFileException(e.userMessage() + SettingValues.takes(setting));
        }
        for (Object value : values) {
            requireFit(setting, node, grounds, value);
        }
        return values;
    }

    /** Some of the chips and calibrations that a file means, as far as it was read; what comes next has to fit one of them. */
    private static List<ExperimentSpec> further(List<ExperimentSpec> grounds, Setting setting, List<Object> values) {
        if (values.isEmpty()) {
            return grounds;
        }
        List<ExperimentSpec> next = new ArrayList<>();
        for (ExperimentSpec ground : grounds) {
            for (Object value : new LinkedHashSet<>(List.of(values.get(0), values.get(values.size() - 1)))) {
                try {
                    next.add(setting.write(ground, value));
                } catch (SpecException e) {
                    // of another of these
                }
            }
        }
        return next.isEmpty() ? grounds : next.subList(0, Math.min(MOST_GROUNDS, next.size()));
    }

    /** Whether one of several specifications takes a value. */
    private static void requireFit(Setting setting, YamlNode node, List<ExperimentSpec> grounds, Object value) {
        SpecException refusal = null;
        for (ExperimentSpec ground : grounds) {
            try {
                setting.write(ground, value);
                return;
            } catch (SpecException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        if (refusal != null) {
            throw node.place().error(refusal.userMessage());
        }
    }

    private static BenchFiles files(Path file, YamlMap root, StatisticsPaths statistics) {
        Path folder = AtomicFiles.folder(file);
        int limit = root.find("limit")
                .map(node -> (int) node.scalar().integer(1, Integer.MAX_VALUE))
                .orElse(0);
        if (root.find("model").isEmpty()) {
            return BundledSample.find().withLimit(limit).withStatistics(statistics.files());
        }
        boolean needsCalibration =
                !statistics.always() || root.find("calibration").isPresent();
        return new BenchFiles(
                path(folder, root.require("model").scalar()),
                path(folder, root.require("images").scalar()),
                needsCalibration ? path(folder, root.require("calibration").scalar()) : null,
                preprocessing(root),
                limit,
                statistics.files());
    }

    static Path path(Path folder, YamlScalar text) {
        try {
            return folder.resolve(text.text()).normalize();
        } catch (InvalidPathException e) {
            throw text.place().error("expected a path of this system, found " + text.describe());
        }
    }

    private static PreprocessingChoice.Request preprocessing(YamlMap root) {
        return new PreprocessingChoice.Request(
                root.find("preprocess")
                        .map(node -> node.scalar().choice(Preprocessing.presets()))
                        .orElse(null),
                root.find("scaleBy").map(node -> node.scalar().real(-1e9, 1e9)).orElse(null),
                reals(root, "mean"),
                reals(root, "std"));
    }

    private static List<Double> reals(YamlMap root, String key) {
        return root.find(key).map(node -> YamlSweep.reals(node, -1e9, 1e9)).orElse(List.of());
    }
}
