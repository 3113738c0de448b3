package org.driftscope.io.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.experiment.SettingValues;
import org.driftscope.io.yaml.YamlMap;
import org.driftscope.io.yaml.YamlNode;
import org.driftscope.io.yaml.YamlReader;
import org.driftscope.io.yaml.YamlScalar;
import org.driftscope.support.PlainText;
import org.driftscope.support.SpecException;

/** Reads lessons; what is unknown, of the wrong type or out of range is refused with line and column. */
public final class LessonReader {
    /** What a lesson says that it is. */
    public static final String FORMAT = "driftscope-lesson";

    private static final int VERSION = 1;
    private static final int MOST = 100;
    private static final int LONGEST_LINE = 300;
    private static final int HEAD = 4096;
    private static final List<String> KEYS =
            List.of("format", "version", "title", "about", "network", "scenes", "words", "steps");
    private static final List<String> NETWORKS = List.of("sample", "any");

    private final ExperimentSpec first;

    private LessonReader(ExperimentSpec first) {
        this.first = first;
    }

    /**
     * @param file a lesson
     * @param first what a first start shows, which scenes change
     * @throws org.driftscope.io.yaml.SpecFileException if it cannot be used as it stands
     */
    public static Lesson read(Path file, ExperimentSpec first) {
        String id = file.toAbsolutePath().normalize().toString();
        return new LessonReader(first).lesson(id, YamlReader.read(file));
    }

    /**
     * @param text a lesson
     * @param name what its progress is remembered by, and its name in messages
     */
    public static Lesson parse(String text, String name, ExperimentSpec first) {
        return new LessonReader(first).lesson(name, YamlReader.parse(text, name));
    }

    /** Whether a file says near its beginning that it is a lesson; quick, since it is asked while a file is dropped. */
    public static boolean isLesson(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(FORMAT);
        } catch (IOException e) {
            return false;
        }
    }

    private Lesson lesson(String id, YamlMap root) {
        YamlScalar format = root.require("format").scalar();
        format.choice(List.of(FORMAT));
        YamlScalar version = root.require("version").scalar();
        if (version.integer(1, Integer.MAX_VALUE) > VERSION) {
            throw version.place()
                    .error("version " + version.text() + " is of a newer Driftscope; this one reads version "
                            + VERSION);
        }
        root.requireOnly(KEYS);
        Map<String, LessonScene> scenes = scenes(root);
        Map<String, String> words = words(root);
        StepReader reader = new StepReader(first, scenes.keySet(), words.keySet());
        List<LessonStep> steps = new ArrayList<>();
        for (YamlNode node : atMost(root.require("steps").list().oneOrMore(), root.require("steps"))) {
            steps.add(reader.read(node.map()));
        }
        return new Lesson(
                id,
                line(root.require("title")),
                root.find("about").map(LessonReader::line).orElse(""),
                root.find("network")
                        .map(node -> node.scalar().choice(NETWORKS))
                        .orElse("sample")
                        .equals("any"),
                scenes,
                words,
                steps);
    }

    private Map<String, LessonScene> scenes(YamlMap root) {
        Map<String, LessonScene> scenes = new LinkedHashMap<>();
        if (root.find("scenes").isEmpty()) {
            return scenes;
        }
        YamlMap all = root.require("scenes").map();
        atMost(List.copyOf(all.values().values()), all);
        all.values().forEach((name, node) -> {
            YamlMap scene = node.map();
            scene.requireOnly(List.of("title", "settings"));
            YamlMap settings = scene.require("settings").map();
            scenes.put(name, new LessonScene(line(scene.require("title")), settings(settings, first)));
        });
        return scenes;
    }

    /** Settings by name, each with one value, which together make a chip and a calibration. */
    static Map<String, Object> settings(YamlMap map, ExperimentSpec first) {
        // a file of statistics is of one network
        map.requireOnly(Settings.all().stream()
                .filter(setting -> !setting.equals(Settings.STATISTICS))
                .map(Setting::name)
                .toList());
        Map<String, Object> values = new LinkedHashMap<>();
        map.values().forEach((name, node) -> {
            Object value = SettingValues.one(Settings.named(name), node);
            values.put(name, value);
            try {
                Settings.with(first, values);
            } catch (SpecException e) {
                throw node.place().error(e.userMessage());
            }
        });
        return values;
    }

    private static Map<String, String> words(YamlMap root) {
        Map<String, String> words = new LinkedHashMap<>();
        root.find("words").ifPresent(node -> node.map()
                .values()
                .forEach((word, meaning) ->
                        words.put(word, PlainText.of(meaning.scalar().text().strip()))));
        return words;
    }

    /** @throws org.driftscope.io.yaml.SpecFileException where there are more than anyone goes through */
    static <T> List<T> atMost(List<T> items, YamlNode at) {
        if (items.size() > MOST) {
            throw at.place().error("there are " + items.size() + " of these; at most " + MOST + " are read");
        }
        return items;
    }

    /** A text of one line, which is not empty. */
    static String line(YamlNode node) {
        YamlScalar scalar = node.scalar();
        String text = PlainText.of(scalar.text().strip());
        if (text.isEmpty() || text.length() > LONGEST_LINE) {
            throw scalar.place()
                    .error("expected a line of 1 to " + LONGEST_LINE + " characters, found "
                            + (text.isEmpty() ? "nothing" : text.length() + " characters"));
        }
        return text;
    }
}
