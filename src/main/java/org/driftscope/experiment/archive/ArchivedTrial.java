package org.driftscope.experiment.archive;

/**
 * A finished trial as the archive keeps it.
 *
 * @param key sha256 over everything that decides the numbers; the same trial has the same key
 * @param study which sweep it first ran in
 * @param finishedAt ISO-8601, UTC
 * @param tag the user's own word, "" if none
 * @param spec settings as JSON
 * @param provenance as JSON
 * @param outcome the numbers
 */
public record ArchivedTrial(
        String key,
        String study,
        String finishedAt,
        String tag,
        String spec,
        String provenance,
        TrialOutcome outcome) {}
