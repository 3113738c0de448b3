package org.driftscope.io.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.lesson.TextBlock.Kind;
import org.driftscope.io.lesson.TextBlock.Style;
import org.driftscope.io.yaml.SpecFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lessons are read as they are written; what is wrong is refused with its place and a remedy. */
class LessonReaderTest {
    private static final ExperimentSpec FIRST = ExperimentSpec.of(ChipSpec.of(0.2, 7), CalibrationSpec.defaults());
    private static final String HEAD = "format: driftscope-lesson\nversion: 1\ntitle: T\n";

    private static Lesson parse(String text) {
        return LessonReader.parse(text, "mine.yaml", FIRST);
    }

    private static LessonStep step(String body) {
        return parse(HEAD + "steps:\n  - title: S\n" + body.indent(4)).steps().get(0);
    }

    @Test
    void aSmallLessonIsComplete() {
        Lesson lesson = parse(HEAD + "steps: [{title: Read this}]\n");
        assertThat(lesson.title()).isEqualTo("T");
        assertThat(lesson.anyNetwork()).isFalse();
        assertThat(lesson.steps()).hasSize(1);
        assertThat(lesson.sceneAt(0)).isEmpty();
    }

    @Test
    void theExampleOfTheManualIsALesson() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("basedir", "."), "src/docs/formats/lesson.md"));
        String example = page.substring(page.indexOf("```yaml\n") + 8);
        Lesson lesson = parse(example.substring(0, example.indexOf("```")));
        assertThat(lesson.steps()).hasSizeGreaterThan(1);
        assertThat(page)
                .contains(LessonPlaces.names())
                .contains(LessonFigure.ids())
                .contains(LessonEvent.ids());
    }

    @Test
    void textsAreMarkdown() {
        LessonStep step = step(
                """
                text: |
                  # Head
                  A **bold {clean}**, *slanted* and `code {x}` word, 2 * 3 = \\*6\\*,
                  [[Crossbar]] and [[Crossbar|grids]].

                  - one
                    more
                  - two

                  1. first
                  ```
                  a  {b}
                  ```
                """);
        assertThat(step.text())
                .extracting(TextBlock::kind)
                .containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.BULLET, Kind.BULLET, Kind.NUMBERED, Kind.CODE);
        assertThat(step.text().get(1).runs())
                .extracting(run -> run.style() + ":" + run.text())
                .containsExactly(
                        "PLAIN:A ",
                        "BOLD:bold ",
                        "VALUE:clean",
                        "PLAIN:, ",
                        "ITALIC:slanted",
                        "PLAIN: and ",
                        "CODE:code {x}",
                        "PLAIN: word, 2 * 3 = *6*, ",
                        "WORD:Crossbar",
                        "PLAIN: and ",
                        "WORD:grids",
                        "PLAIN:.");
        assertThat(step.text().get(2).runs()).extracting(TextBlock.Run::text).containsExactly("one more");
        assertThat(step.text().get(5).runs()).extracting(TextBlock.Run::text).containsExactly("a  {b}");
    }

    @Test
    void signsWithoutPartnersAreText() {
        String text = step("text: 'a ** b ` c [[ d { e * f'").text().get(0).runs().stream()
                .map(run -> (run.style() == Style.PLAIN ? "" : "!") + run.text())
                .collect(Collectors.joining());
        assertThat(text).isEqualTo("a ** b ` c [[ d { e * f");
        assertThat(step("text: 'x ****'").text()).hasSize(1);
        assertThat(step("text: 'ends in \\'").text()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour: red | line 6, column 5 | unknown key 'colour'; allowed: title",
                "text: '{nothing}' | line 6, column 11 | {nothing}, which stands for nothing",
                "text: '[[Gizmo]]' | line 6, column 11 | [[Gizmo]], which nothing explains",
                "text: {drifted} | line 6, column 11 | begins with { or [ in quotes",
                "point: moon | line 6, column 12 | there is no place 'moon' in the window; allowed: figures",
                "scene: mars | line 6, column 12 | expected one of",
                "do: Go. | line 5, column 5 | both 'do'",
                "{do: Go., check: {setting: onoff, is: 3}} | line 7 | there is no setting 'onoff'; allowed: device",
                "predict: {ask: Q} | line 6, column 14 | either 'options'",
                "predict: {ask: Q, options: [one]} | line 6 | 2 to 8 options, found 1",
                "predict: {ask: '', number: clean} | line 6 | expected a line of 1 to 300 characters",
                "predict: {ask: Q, number: speed} | line 6 | there is no figure 'speed'; allowed: clean",
                "figures: [selfie] | line 6 | expected one of maps, histogram, chart",
                "show: {drift: 7} | line 6 | drift",
                "show: {drift: [0.1, 0.2]} | line 6 | 'drift' is given 2 values; give one",
                "show: {drift: much} | line 6 | 'drift' takes a number",
                "show: {statistics: abc} | line 6 | unknown key 'statistics'",
            })
    void whatIsWrongInAStepIsRefusedAtItsPlace(String body, String place, String words) {
        String inside =
                body.startsWith("{") ? body.substring(1, body.length() - 1).replace("., ", ".\n") : body;
        assertThatThrownBy(() -> step(inside))
                .isInstanceOf(SpecFileException.class)
                .hasMessageContaining("mine.yaml, line")
                .hasMessageContaining(words)
                .message()
                .satisfies(message -> assertThat(message).contains(body.startsWith("{") ? "line 7" : place));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{setting: onOff} | says one of is, not, above",
                "{setting: onOff, is: 3, below: 4} | write two checks",
                "{setting: onOff, is: many} | takes a number",
                "{setting: mapping, above: 3} | no number",
                "{setting: mapping, is: 3, why: x} | unknown key 'why'",
                "{setting: onOff, figure: clean, is: 3} | one of 'setting', 'figure' and 'event'",
                "{figure: clean, is: high} | expected a number",
                "{event: fire} | expected one of layer, cell, scored, calibrated, swept",
                "{event: layer, is: 3} | unknown key 'is'",
                "{setting: seed, changed: false} | is left out",
                "3 | expected keys and values",
            })
    void whatIsWrongInACheckIsRefused(String check, String words) {
        assertThatThrownBy(() -> step("do: Go.\ncheck: " + check))
                .isInstanceOf(SpecFileException.class)
                .hasMessageContaining("mine.yaml, line 7")
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: T | the key 'format' is missing",
                "format: driftscope-device | expected one of driftscope-lesson",
                "format: driftscope-lesson;version: 2;title: T;steps: [] | newer Driftscope",
                "format: driftscope-lesson;version: 1;title: T | the key 'steps' is missing",
                "format: driftscope-lesson;version: 1;title: T;steps: [] | at least one value",
                "format: driftscope-lesson;version: 1;title: T;steps: 3 | expected a list",
                "format: driftscope-lesson;version: 1;title: T;network: moon;steps: [{title: S}] | one of sample, any",
                "format: driftscope-lesson;version: 1;title: T;scenes: {a: {title: A}};steps: [{title: S}] | 'settings' is missing",
                "format: driftscope-lesson;version: 1;title: &a T;steps: [*a] | anchors and aliases",
            })
    void aFileThatIsNoLessonIsRefused(String text, String words) {
        assertThatThrownBy(() -> parse(text.replace(";", "\n")))
                .isInstanceOf(SpecFileException.class)
                .hasMessageStartingWith("mine.yaml, line")
                .hasMessageContaining(words);
    }

    @Test
    void hostileFilesAreRefusedQuickly() {
        String many = "  - {title: S}\n".repeat(5000);
        assertThatThrownBy(() -> parse(HEAD + "steps:\n" + many)).hasMessageContaining("at most 100");
        String deep = "[".repeat(500);
        assertThatThrownBy(() -> parse(HEAD + "steps: " + deep)).isInstanceOf(SpecFileException.class);
        assertThatThrownBy(() -> step("text: '" + "*".repeat(30_000) + "'")).hasMessageContaining("20000 characters");
        assertThat(step("text: '" + "**[[".repeat(4_000) + "'").text()).hasSize(1);
        LessonStep steering = step("text: \"a\\e[31m <script>alert(1)</script>\"");
        assertThat(steering.text().get(0).runs().get(0).text()).doesNotContain("\u001b");
    }

    @Test
    void damagedLessonsAreRefusedInASentence() throws IOException {
        String whole;
        try (InputStream in = Lesson.class.getResourceAsStream("tour.yaml")) {
            whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String[] pieces = {
            "", ":", "[", "{", "}", "*", "**", "[[", "- ", "\n", "\t", "\u0000", "'", "\"", "&a ", "!!x ", "9e999", "#"
        };
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(whole.length());
            int to = Math.min(whole.length(), from + random.nextInt(8));
            String damaged = whole.substring(0, from) + pieces[random.nextInt(pieces.length)] + whole.substring(to);
            try {
                parse(damaged);
            } catch (SpecFileException e) {
                refused++;
                assertThat(e.userMessage()).contains("mine.yaml").endsWith(".");
            }
        }
        assertThat(refused).isBetween(50, 299);
    }

    @Test
    void aLessonIsToldFromOtherFiles(@TempDir Path folder) throws IOException {
        Path lesson = Files.writeString(folder.resolve("l.yaml"), HEAD + "steps: [{title: S}]\n");
        Path other = Files.writeString(folder.resolve("e.yaml"), "drift: 0.2\n");
        assertThat(LessonReader.isLesson(lesson)).isTrue();
        assertThat(LessonReader.isLesson(other)).isFalse();
        assertThat(LessonReader.isLesson(folder)).isFalse();
        assertThat(LessonReader.read(lesson, FIRST).id()).isEqualTo(lesson.toString());
    }

    @Test
    void theBundledLessonsPointAtWhatTheyNeed() {
        assertThat(BundledLessons.all(FIRST)).hasSize(7);
        for (Lesson lesson : BundledLessons.all(FIRST)) {
            assertThat(lesson.steps()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(lesson.about()).isNotEmpty();
            assertThat(lesson.steps().get(0).scene())
                    .as("%s begins in a scene", lesson.title())
                    .isNotEmpty();
            assertThat(lesson.steps()).as(lesson.title()).anyMatch(step -> step.prediction() != null);
        }
    }
}
