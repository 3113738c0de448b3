package org.driftscope.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private static final String EXAMPLE =
            """
            # an experiment
            model: sample.onnx
            drift: {from: 0, to: 0.3, step: 0.05}
            seed: [1, 2, 3]
            calibration:
              rank: 4
              bias: true
              method: dora
              note: "4"
            """;

    private final YamlMap root = YamlReader.parse(EXAMPLE, "e.yaml");

    @Test
    void givesTypedValues() {
        YamlMap calibration = root.require("calibration").map();

        assertThat(root.require("model").scalar().text()).isEqualTo("sample.onnx");
        assertThat(calibration.require("rank").scalar().integer(1, 16)).isEqualTo(4);
        assertThat(calibration.require("bias").scalar().flag()).isTrue();
        assertThat(calibration.require("method").scalar().choice(List.of("dora", "lora")))
                .isEqualTo("dora");
        assertThat(root.find("absent")).isEmpty();
    }

    @Test
    void givesValuesAsWritten() {
        assertThat(value("7").scalar().natural()).isEqualTo(7L);
        assertThat(value("0.20").scalar().natural()).isEqualTo(0.2);
        assertThat(value("1e-3").scalar().natural()).isEqualTo(1e-3);
        assertThat(value("true").scalar().natural()).isEqualTo(true);
        assertThat(value("'7'").scalar().natural()).isEqualTo("7");
        assertThat(value("closed-form").scalar().natural()).isEqualTo("closed-form");
    }

    @Test
    void givesListsAndExactRanges() {
        assertThat(YamlSweep.integers(root.require("seed"), 0, 100)).containsExactly(1L, 2L, 3L);
        assertThat(YamlSweep.reals(root.require("drift"), 0, 1)).containsExactly(0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3);
        assertThat(YamlSweep.integers(root.require("calibration").map().require("rank"), 1, 16))
                .containsExactly(4L);
    }

    @Test
    void namesLineAndColumnOfWhatIsWrong() {
        YamlMap calibration = root.require("calibration").map();

        refuses(
                () -> calibration.requireOnly(List.of("ranks", "bias")),
                "e.yaml, line 6, column 3: unknown key 'rank'");
        refuses(() -> calibration.require("rank").scalar().integer(5, 16), "line 6, column 9: expected a whole number");
        refuses(() -> calibration.require("note").scalar().integer(1, 16), "line 9, column 9");
        refuses(() -> calibration.require("bias").scalar().real(0, 1), "line 7, column 9");
        refuses(() -> calibration.require("rank").list(), "expected a list");
        refuses(() -> root.require("seed").scalar(), "line 4, column 7: expected a single value");
        refuses(() -> root.require("images"), "'images' is missing");
    }

    @Test
    void refusesWhatIsNotPlainYaml() {
        refusesText("a: 1\na: 2", "line 2, column 1: the key 'a' stands here a second time");
        refusesText("a: &x [1]\nb: *x", "anchors and aliases");
        refusesText("a: !!java.lang.Object x", "tags");
        refusesText("a: [1, 2", "not valid YAML");
        refusesText("", "empty");
        refusesText("- 1", "expected keys and values");
        refusesText("a: 1\n---\nb: 2", "second document");
        refusesText("a: " + "[".repeat(100_000), "deep");
    }

    @Test
    void refusesHostileNumbersAndRanges() {
        refuses(() -> integer("1e999999999"), "whole number");
        refuses(() -> integer("9223372036854775808"), "whole number");
        refuses(() -> integer("1.5"), "whole number");
        refuses(() -> YamlSweep.reals(value("{from: 0, to: 1, step: 1e-9}"), 0, 1), "more than");
        refuses(() -> YamlSweep.reals(value("{from: 1, to: 0, step: 1}"), 0, 1), "empty");
        refuses(() -> YamlSweep.reals(value("{from: 0, to: 1, step: 0}"), 0, 1), "number");
        refuses(() -> YamlSweep.reals(value("[]"), 0, 1), "at least one");
    }

    @Test
    void damagedTextGivesASentenceOrAResult() {
        for (int trial = 0; trial < 3_000; trial++) {
            UniformRandomProvider random = RandomSource.of(11).child(trial).generator();
            StringBuilder text = new StringBuilder(EXAMPLE);
            for (int change = random.nextInt(6); change >= 0; change--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(1, 256));
            }
            try {
                YamlReader.parse(text.toString(), "e.yaml");
            } catch (DriftscopeException e) {
                assertThat(e.userMessage()).startsWith("e.yaml");
            }
        }
    }

    private static void integer(String text) {
        value(text).scalar().integer(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static YamlNode value(String text) {
        return YamlReader.parse("a: " + text, "e.yaml").require("a");
    }

    private static void refusesText(String text, String part) {
        refuses(() -> YamlReader.parse(text, "e.yaml"), part);
    }

    private static void refuses(Runnable action, String part) {
        assertThatThrownBy(action::run).isInstanceOf(SpecFileException.class).hasMessageContaining(part);
    }
}
