package org.driftscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.Outcomes;
import org.driftscope.experiment.archive.TrialOutcome;
import org.junit.jupiter.api.Test;

class ArchiveFilterTest {
    private static final TrialOutcome OUTCOME = Outcomes.of(10, 0.9, 0.5, 0.8, 7, 2.6, 112, 0, 0.5, "");

    private static ArchivedTrial trial(String key, String spec) {
        return ArchivedTrial.finished(key, "study", "2026-01-01T00:00:00Z", spec, "{}", OUTCOME);
    }

    private final List<ArchivedTrial> trials = List.of(
            trial("one", "{\"layers\":[\"conv1\"],\"rank\":4,\"bias\":true}"),
            trial("two", "{\"layers\":[\"conv1\",\"fc\"],\"rank\":1,\"bias\":false}"),
            trial("all", "{\"layers\":[],\"rank\":1,\"bias\":false}"));

    private List<String> found(String setting, String value) {
        return new ArchiveFilter("", "", Map.of(setting, value))
                .of(trials).stream().map(ArchivedTrial::key).toList();
    }

    @Test
    void listsGoByTheirValuesWithCommasBetween() {
        assertThat(found("layers", "conv1")).containsExactly("one");
        assertThat(found("layers", "conv1,fc")).containsExactly("two");
        assertThat(found("layers", "")).containsExactly("all");
        assertThat(found("rank", "1")).containsExactly("two", "all");
        assertThat(found("bias", "true")).containsExactly("one");
    }
}
