package org.driftscope.experiment.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.ComputedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;

/** Finished trials as the archive keeps them, whoever ran them: a study, the command line or a hand in the window. */
public final class TrialRecord {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TrialRecord() {}

    /** Puts a trial that has just finished into an archive, once: one that is there joins the study. */
    public static void keep(
            RunArchive archive, String study, ExperimentSpec spec, Workbench bench, ExperimentResult result) {
        String key = TrialIdentity.key(spec, bench);
        find(archive, key, spec, bench)
                .ifPresentOrElse(
                        known -> archive.join(known.key(), study),
                        () -> archive.put(
                                of(key, study, spec, new ComputedTrial(TrialOutcome.of(result), provenance(bench))),
                                false));
    }

    /** The trial as this version or an older one kept it. */
    static Optional<ArchivedTrial> find(RunArchive archive, String key, ExperimentSpec spec, Workbench bench) {
        return archive.find(key).or(() -> archive.find(TrialIdentity.olderKey(spec, bench)));
    }

    /** Of a trial that has just finished. */
    static ArchivedTrial of(String key, String study, ExperimentSpec spec, ComputedTrial trial) {
        return ArchivedTrial.finished(
                key,
                study,
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                json(Settings.values(spec)),
                trial.provenance(),
                trial.outcome());
    }

    /** What computes on a bench, as JSON: beside the hashes what people call the files, and how the images were prepared. */
    static String provenance(Workbench bench) {
        ObjectNode source = JSON.valueToTree(Provenance.of(bench));
        source.put("modelName", bench.network().name())
                .put("analogLayers", bench.network().analogLayers().size())
                .put("imagesName", bench.evaluationImages().name())
                .put("calibrationName", bench.calibrationImages().name())
                .set("preprocessing", JSON.valueToTree(bench.preprocessing()));
        return json(source);
    }

    /** Whether a trial's numbers are what the bench would give for these settings: all that decides them is the same. */
    public static boolean isOf(ArchivedTrial trial, ExperimentSpec spec, Workbench bench) {
        return trial.key().equals(TrialIdentity.key(spec, bench))
                || trial.key().equals(TrialIdentity.olderKey(spec, bench));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
