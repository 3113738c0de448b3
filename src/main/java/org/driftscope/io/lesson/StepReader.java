package org.driftscope.io.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.lesson.LessonPrediction.Option;
import org.driftscope.io.yaml.YamlMap;
import org.driftscope.io.yaml.YamlNode;
import org.driftscope.io.yaml.YamlScalar;
import org.driftscope.support.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the steps of a lesson.
 *
 * @param first what a first start shows
 * @param scenes names of the lesson's scenes
 * @param words that the lesson explains itself
 */
record StepReader(ExperimentSpec first, Set<String> scenes, Set<String> words) {
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_OPTIONS = 8;
    private static final List<String> KEYS = List.of(
            "title", "text", "point", "scene", "predict", "do", "check", "show", "after", "questions", "figures");

    LessonStep read(YamlMap step) {
        step.requireOnly(KEYS);
        List<LessonCheck> wanted = step.find("check").map(CheckReader::all).orElse(List.of());
        List<TextBlock> task = text(step, "do");
        if (task.isEmpty() != wanted.isEmpty()) {
            throw step.place()
                    .error("a step has both 'do', which says what to do, and 'check', which says when it is done, or"
                            + " neither");
        }
        return new LessonStep(
                LessonReader.line(step.require("title")),
                text(step, "text"),
                step.find("point").map(node -> point(node.scalar())).orElse(""),
                step.find("scene")
                        .map(node -> node.scalar().choice(List.copyOf(scenes)))
                        .orElse(""),
                prediction(step),
                task,
                wanted,
                step.find("show")
                        .map(node -> LessonReader.settings(node.map(), first))
                        .orElse(Map.of()),
                text(step, "after"),
                lines(step, "questions"),
                step.find("figures").map(StepReader::figures).orElse(List.of()));
    }

    private static String point(YamlScalar scalar) {
        if (LessonPlaces.node(scalar.text()).isEmpty()) {
            throw scalar.place()
                    .error("there is no place " + scalar.describe() + " in the window; allowed: "
                            + String.join(", ", LessonPlaces.names()) + ", or the name of a setting such as onOff");
        }
        return scalar.text();
    }

    private static List<String> figures(YamlNode node) {
        return node.oneOrMore().stream()
                .map(item -> item.scalar().choice(LessonStep.FIGURES))
                .toList();
    }

    private @Nullable LessonPrediction prediction(YamlMap step) {
        Optional<YamlNode> found = step.find("predict");
        if (found.isEmpty()) {
            return null;
        }
        YamlMap map = found.get().map();
        map.requireOnly(List.of("ask", "options", "number"));
        if (map.find("options").isPresent() == map.find("number").isPresent()) {
            throw map.place().error("a prediction has either 'options' to choose from or a 'number' to guess");
        }
        LessonFigure number = map.find("number")
                .map(node -> CheckReader.figure(node.scalar()))
                .orElse(null);
        List<Option> options = new ArrayList<>();
        for (YamlNode node : map.find("options").map(all -> all.list().items()).orElse(List.of())) {
            options.add(option(node));
        }
        if (number == null && (options.size() < 2 || options.size() > MOST_OPTIONS)) {
            throw map.require("options")
                    .place()
                    .error("expected 2 to " + MOST_OPTIONS + " options, found " + options.size());
        }
        return new LessonPrediction(LessonReader.line(map.require("ask")), options, number);
    }

    private static Option option(YamlNode node) {
        if (node instanceof YamlScalar text) {
            return new Option(LessonReader.line(text), List.of());
        }
        YamlMap map = node.map();
        map.requireOnly(List.of("text", "when"));
        return new Option(
                LessonReader.line(map.require("text")),
                map.find("when").map(CheckReader::all).orElse(List.of()));
    }

    private static List<String> lines(YamlMap step, String key) {
        return step.find(key)
                .map(node -> LessonReader.atMost(node.oneOrMore(), node).stream()
                        .map(LessonReader::line)
                        .toList())
                .orElse(List.of());
    }

    private List<TextBlock> text(YamlMap step, String key) {
        Optional<YamlNode> found = step.find(key);
        if (found.isEmpty()) {
            return List.of();
        }
        if (!(found.get() instanceof YamlScalar scalar)) {
            throw found.get()
                    .place()
                    .error("expected a text, found " + found.get().describe()
                            + "; put a text that begins with { or [ in quotes");
        }
        if (scalar.text().length() > LONGEST_TEXT) {
            throw scalar.place().error("a text has at most " + LONGEST_TEXT + " characters");
        }
        MarkdownRuns inline = new MarkdownRuns(word -> requireWord(scalar, word), value -> requireValue(scalar, value));
        return Markdown.parse(PlainText.lines(scalar.text()), inline);
    }

    private void requireWord(YamlScalar in, String word) {
        if (!words.contains(word) && Glossary.meaning(word).isEmpty()) {
            throw in.place()
                    .error("the text has [[" + word + "]], which nothing explains; add it to 'words', or use one of "
                            + String.join(", ", Glossary.all().keySet()));
        }
    }

    private static void requireValue(YamlScalar in, String value) {
        if (!LessonValues.isKnown(value)) {
            throw in.place()
                    .error("the text has {" + value + "}, which stands for nothing; write \\{ for the sign itself, or"
                            + " one of " + String.join(", ", LessonValues.names()) + ", each also with 'before.'"
                            + " in front");
        }
    }
}
