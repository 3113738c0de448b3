package org.driftscope.io.experiment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.PlainText;

/** Writes experiment files that {@link ExperimentFileReader} reads back to the same. */
public final class ExperimentFileWriter {
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*");

    /** Nothing lies below it. */
    private static final Path NOWHERE = Path.of("");

    private ExperimentFileWriter() {}

    /** Writes the file, wholly or not at all; paths below its folder are written relative to it. */
    public static void write(ExperimentFile experiment, Path file) {
        AtomicFiles.write(file, text(experiment, file).getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a file that may lie anywhere: its paths are whole. */
    public static String text(ExperimentFile experiment) {
        return text(experiment, Path.of(experiment.sweep().name() + ".yaml"), NOWHERE);
    }

    /** The file's text. */
    static String text(ExperimentFile experiment, Path file) {
        return text(experiment, file, AtomicFiles.folder(file));
    }

    private static String text(ExperimentFile experiment, Path file, Path folder) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("name", experiment.sweep().name());
        entries.putAll(files(experiment.files(), folder));
        entries.putAll(settings(experiment.sweep()));
        entries.computeIfPresent(
                Settings.STATISTICS.name(),
                (name, value) -> withPaths(value, experiment.files().statistics(), folder));
        entries.computeIfPresent(
                DeviceSettings.DEVICE.name(),
                (name, value) -> withPlaces(value, experiment.sweep().base(), folder));
        entries.computeIfPresent(
                LayerRules.PER_LAYER.name(),
                (name, value) -> withKeys(value, experiment.sweep().base(), folder));
        return "# Run with: driftscope run " + file.getFileName() + " --out results\n"
                + entries.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + yaml(entry.getValue()) + "\n")
                        .collect(Collectors.joining());
    }

    /** What a swept preset or device sets is left out, since it would change that. */
    private static Map<String, Object> settings(Sweep sweep) {
        Map<String, Object> entries = Settings.values(sweep.base());
        sweep.axes().keySet().forEach(axis -> entries.keySet()
                .removeAll(Settings.named(axis).sets()));
        entries.putAll(sweep.axes());
        return entries;
    }

    /** A file of statistics goes by its path; settings know it by its sha256. */
    private static Object withPaths(Object value, List<StatisticsChoice> files, Path folder) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> withPaths(item, files, folder)).toList();
        }
        return files.stream()
                .filter(choice -> choice.sha256().equals(value))
                .findFirst()
                .<Object>map(choice -> relative(folder, choice.file()))
                .orElse(value);
    }

    /** Rules of layers, or lists of them that are swept. */
    private static Object withKeys(Object value, ExperimentSpec base, Path folder) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> withKeys(item, base, folder)).toList();
        }
        return LayerRuleYaml.keys(
                value.toString(), device -> withPlaces(device, base, folder).toString());
    }

    /** A device of a file goes by its path; settings know it by its content. */
    private static Object withPlaces(Object value, ExperimentSpec base, Path folder) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> withPlaces(item, base, folder)).toList();
        }
        return DeviceKinds.isOfFile(value.toString())
                ? relative(folder, Path.of(DeviceFiles.place(base.device(value.toString()))))
                : value;
    }

    private static Map<String, Object> files(BenchFiles files, Path folder) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("model", relative(folder, files.model()));
        entries.put("images", relative(folder, files.evaluation()));
        Path calibration = files.calibration();
        if (calibration != null) {
            entries.put("calibration", relative(folder, calibration));
        }
        String preset = files.preprocessing().preset();
        if (preset != null) {
            entries.put("preprocess", preset);
        }
        Double scale = files.preprocessing().scale();
        if (scale != null) {
            entries.put("scaleBy", scale);
        }
        putIfAny(entries, "mean", files.preprocessing().mean());
        putIfAny(entries, "std", files.preprocessing().std());
        if (files.limit() > 0) {
            entries.put("limit", (long) files.limit());
        }
        return entries;
    }

    private static void putIfAny(Map<String, Object> entries, String key, List<Double> values) {
        if (!values.isEmpty()) {
            entries.put(key, values);
        }
    }

    private static String relative(Path folder, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(folder) ? folder.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    private static String yaml(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ExperimentFileWriter::yaml).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + yaml(Objects.requireNonNull(entry.getValue())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof String text) {
            boolean isPlain = PLAIN_WORD.matcher(text).matches() && !text.equals("true") && !text.equals("false");
            String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
            // spelled out as YAML itself spells them
            return isPlain ? text : "\"" + PlainText.of(escaped) + "\"";
        }
        return String.valueOf(value);
    }
}
