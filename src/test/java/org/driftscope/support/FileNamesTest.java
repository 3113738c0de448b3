package org.driftscope.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"rank", "a study", "Dürre 2026", "v1.2-final_b", "10 % drift", "ランク"})
    void ordinaryNamesStay(String name) {
        assertThat(FileNames.require("name", name)).isEqualTo(name);
        assertThat(FileNames.safe(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../x",
                "a/b",
                "a\\b",
                "C:x",
                "a\nb",
                "a\u001b[31mb",
                "a\u0000b",
                "a\u0085b",
                "a\u009bb",
                "a\u202eb",
                ".hidden",
                "ends.",
                "con",
                "NUL.txt",
                "lpt1",
                "LPT\u00b9",
                "com\u00b2.txt",
                "what?",
                "a|b",
                "a*"
            })
    void whatLeadsElsewhereOrCannotBeMadeIsRefused(String name) {
        assertThatThrownBy(() -> FileNames.require("name", name))
                .isInstanceOf(SpecException.class)
                .message()
                .startsWith("name is '")
                .doesNotContain("\n", "\u001b");
        assertThat(FileNames.isSafe(FileNames.safe(name))).isTrue();
    }

    @Test
    void lengthIsBounded() {
        assertThat(FileNames.isSafe("x".repeat(100))).isTrue();
        assertThat(FileNames.isSafe("x".repeat(101))).isFalse();
        assertThat(FileNames.isSafe("\u6f22".repeat(66))).isTrue();
        assertThat(FileNames.isSafe("\u6f22".repeat(67))).isFalse();
    }

    @Test
    void halfACharacterIsRefused() {
        // in an annotation it would not survive the compiler
        assertThat(FileNames.isSafe("a" + (char) 0xd800 + "b")).isFalse();
        assertThat(FileNames.safe("a" + (char) 0xd800 + "b")).isEqualTo("a-b");
    }

    @Test
    void whatSteersATerminalIsSpelledOut() {
        assertThat(PlainText.of("a\u001b[2Jb")).isEqualTo("a\\u001b[2Jb");
        assertThat(PlainText.of("a\u2028b\u202e")).isEqualTo("a\\u2028b\\u202e");
        assertThat(PlainText.of("one\ntwo")).isEqualTo("one\\u000atwo");
        assertThat(PlainText.lines("one\ntwo\u0007")).isEqualTo("one\ntwo\\u0007");
        assertThat(PlainText.of("µS ± 10 %")).isEqualTo("µS ± 10 %");
    }
}
