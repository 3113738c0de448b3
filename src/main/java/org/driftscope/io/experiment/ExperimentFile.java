package org.driftscope.io.experiment;

import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.io.bench.BenchFiles;

/**
 * What an experiment file says.
 *
 * @param files model and images
 * @param sweep the grid of trials; a single trial where no setting has several values
 */
public record ExperimentFile(BenchFiles files, Sweep sweep) {}
