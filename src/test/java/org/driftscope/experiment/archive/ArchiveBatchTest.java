package org.driftscope.experiment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that are written together, and what is asked of an archive of several studies. */
class ArchiveBatchTest {
    @TempDir
    Path folder;

    private RunArchive archive;

    @BeforeEach
    void open() {
        archive = RunArchive.open(folder.resolve("runs.sqlite"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private static ArchivedTrial trial(String start, String study, double number) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        TrialColumns.all().forEach(column -> numbers.put(column.name(), number));
        return ArchivedTrial.finished(
                start + "0".repeat(64 - start.length()),
                study,
                "2026-01-01T00:00:00Z",
                "{}",
                "{}",
                new TrialOutcome(numbers, ""));
    }

    @Test
    void aTrialThatComesTwiceIsOneRowWithItsFirstNumbers() {
        archive.putAll(List.of(trial("a", "s", 1), trial("b", "s", 2), trial("a", "s", 3)), false);
        archive.putAll(List.of(trial("b", "s", 4), trial("c", "s", 5)), false);
        assertThat(archive.list("s")).containsExactly(trial("a", "s", 1), trial("b", "s", 2), trial("c", "s", 5));
    }

    @Test
    void allOfABatchAreWrittenOrNone() {
        ArchivedTrial first = trial("a", "s", 1);
        TrialOutcome without = new TrialOutcome(Map.of(), "");
        ArchivedTrial refused = ArchivedTrial.finished("b".repeat(64), "s", "", "{}", "{}", without);
        assertThatThrownBy(() -> archive.putAll(List.of(first, refused), false)).isInstanceOf(RuntimeException.class);
        assertThat(archive.list("")).isEmpty();
        archive.putAll(List.of(), false);
        archive.put(first, false);
        assertThat(archive.list("")).containsExactly(first);
    }

    @Test
    void oneStudyAndTheStartOfAKeyFindWhatTheyName() {
        archive.putAll(List.of(trial("ab", "s", 1), trial("ac", "t", 2), trial("f", "t", 3)), false);
        assertThat(archive.list("t")).containsExactly(trial("ac", "t", 2), trial("f", "t", 3));
        assertThat(archive.startingWith("a")).containsExactly(trial("ab", "s", 1), trial("ac", "t", 2));
        assertThat(archive.startingWith("f")).containsExactly(trial("f", "t", 3));
        assertThat(archive.startingWith("b")).isEmpty();
    }
}
