package org.driftscope.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.ComputedTrial;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.TrialWork;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * A study's sweep on the workbench of this executor. The next sweep on the same files goes on with the same bench.
 *
 * @param turns as many as trials fit the heap side by side
 */
record OpenedStudy(StudyText text, BenchFiles files, OpenedBench bench, List<Sweep.Trial> trials, Semaphore turns)
        implements AutoCloseable {

    /**
     * @param before what was open until now
     * @param threads of a new bench
     * @throws DriftscopeException if the files, or this program, are not what the driver has
     */
    static OpenedStudy of(StudyText text, @Nullable OpenedStudy before, int threads) {
        requireSame(
                "Driftscope",
                text.version() + " " + text.commit(),
                Provenance.buildVersion() + " " + Provenance.buildCommit());
        ExperimentFile experiment = read(text.experiment());
        List<Sweep.Trial> trials = experiment.sweep().trials();
        if (before != null && before.files.equals(experiment.files())) {
            return new OpenedStudy(text, before.files, before.bench, trials, before.turns);
        }
        if (before != null) {
            before.close();
        }
        OpenedBench bench = experiment.files().open(threads);
        try {
            Workbench opened = bench.workbench();
            Provenance here = Provenance.of(opened);
            BenchFiles files = experiment.files();
            requireSame("the model " + files.model(), text.model(), here.modelSha256());
            requireSame("the images " + files.evaluation(), text.images(), here.imagesSha256());
            requireSame("the calibration images " + files.calibration(), text.calibration(), here.calibrationSha256());
            return new OpenedStudy(text, experiment.files(), bench, trials, new Semaphore(TrialWork.atOnce(opened)));
        } catch (RuntimeException e) {
            bench.close();
            throw e;
        }
    }

    /**
     * Computes a trial.
     *
     * @param key that it has on the driver
     * @throws DriftscopeException as {@link TrialWork#run}
     */
    ComputedTrial compute(int index, String key, CancelToken cancel) throws InterruptedException {
        ExperimentSpec spec = trials.get(index).spec();
        Workbench workbench = bench.workbench();
        if (!TrialWork.key(spec, workbench).equals(key)) {
            throw new MismatchException("reads the experiment otherwise than the driver does (trial " + index
                    + "). Check that files named in it, e.g. of devices or statistics, are the same on all machines.");
        }
        turns.acquire();
        try {
            return TrialWork.run(workbench, spec, cancel);
        } finally {
            turns.release();
        }
    }

    private static void requireSame(String what, String wanted, String found) {
        if (!wanted.equals(found)) {
            throw new MismatchException("has another version of " + what + ": " + found + " instead of the driver's "
                    + wanted + ". Put the same file there under the same path.");
        }
    }

    /** The reader takes files alone. */
    private static ExperimentFile read(String experiment) {
        try {
            Path file = Files.createTempFile("driftscope-", ".yaml");
            try {
                Files.writeString(file, experiment);
                return ExperimentFileReader.read(file, ExperimentSpec.defaults());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new DriftscopeException("could not write to its folder for temporary files: " + IoReason.of(e), e);
        }
    }

    @Override
    public void close() {
        bench.close();
    }

    /** An executor that would compute something else. */
    static final class MismatchException extends DriftscopeException {
        private static final long serialVersionUID = 1L;

        MismatchException(String sentence) {
            super(sentence);
        }
    }
}
