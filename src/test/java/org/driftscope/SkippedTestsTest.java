package org.driftscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SkippedTestsTest {
    @Test
    void theLineCountsEachReason() {
        assertThat(SkippedTests.line(Map.of())).isEmpty();
        assertThat(SkippedTests.line(new TreeMap<>(Map.of("no models in x", 3, "no suite at y", 1))))
                .isEqualTo("Skipped tests: 4: no models in x (3), no suite at y (1). See .github/CONTRIBUTING.md.");
    }

    @Test
    void detailsThatDifferAreOneReason() {
        assertThat(SkippedTests.reason("Assumption failed: no models in x")).isEqualTo("no models in x");
        assertThat(SkippedTests.reason("outside our scope: a sequence")).isEqualTo("outside our scope");
        assertThat(SkippedTests.reason("one\ntwo")).isEqualTo("one");
    }
}
