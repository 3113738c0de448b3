package org.driftscope.cluster;

import java.io.Serializable;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileWriter;

/**
 * A sweep as executors get it, and what its files have to be.
 *
 * @param experiment text of an experiment file with whole paths
 * @param version of Driftscope
 * @param commit it was built from
 * @param model sha256, hex
 * @param images sha256 of the evaluation images, hex
 * @param calibration sha256 of the calibration images, hex
 */
record StudyText(String experiment, String version, String commit, String model, String images, String calibration)
        implements Serializable {
    static StudyText of(BenchFiles files, Sweep sweep, Workbench bench) {
        Provenance here = Provenance.of(bench);
        return new StudyText(
                ExperimentFileWriter.text(new ExperimentFile(files, sweep)),
                here.version(),
                here.commit(),
                here.modelSha256(),
                here.imagesSha256(),
                here.calibrationSha256());
    }
}
