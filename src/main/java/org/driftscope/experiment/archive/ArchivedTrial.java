package org.driftscope.experiment.archive;

import java.util.List;

/**
 * A finished trial as the archive keeps it.
 *
 * @param key sha256 over everything that decides the numbers; the same trial has the same key
 * @param study which sweep it first ran in
 * @param studies all that it belongs to, in alphabetical order
 * @param finishedAt ISO-8601, UTC
 * @param tag the user's own word, "" if none
 * @param spec settings as JSON
 * @param provenance as JSON
 * @param outcome the numbers
 */
public record ArchivedTrial(
        String key,
        String study,
        List<String> studies,
        String finishedAt,
        String tag,
        String spec,
        String provenance,
        TrialOutcome outcome) {
    public ArchivedTrial {
        studies = List.copyOf(studies);
    }

    /** A trial of one study, without a tag, as it is when it has just finished. */
    public static ArchivedTrial finished(
            String key, String study, String finishedAt, String spec, String provenance, TrialOutcome outcome) {
        return new ArchivedTrial(key, study, List.of(study), finishedAt, "", spec, provenance, outcome);
    }

    public ArchivedTrial withTag(String newTag) {
        return new ArchivedTrial(key, study, studies, finishedAt, newTag, spec, provenance, outcome);
    }
}
