package org.driftscope.experiment.archive;

/**
 * What computing a trial gave, before it is in an archive.
 *
 * @param outcome the numbers
 * @param provenance what computed them, as JSON
 */
public record ComputedTrial(TrialOutcome outcome, String provenance) {}
