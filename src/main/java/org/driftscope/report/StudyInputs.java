package org.driftscope.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.Workbench;

/**
 * The network and the images a study ran on, by the names people know them by, and the build that ran it.
 *
 * @param model network's name
 * @param images evaluation set's name
 * @param scored number of evaluation images
 * @param calibration name of the set that calibration images are drawn from
 * @param preprocessing how pixels were prepared
 * @param provenance hashes and versions
 */
public record StudyInputs(
        String model,
        String images,
        int scored,
        String calibration,
        Preprocessing preprocessing,
        Provenance provenance) {

    /** Of what is run on this workbench. */
    public static StudyInputs of(Workbench bench) {
        return new StudyInputs(
                bench.network().name(),
                bench.evaluationImages().name(),
                bench.evaluationImages().count(),
                bench.calibrationImages().name(),
                bench.preprocessing(),
                Provenance.of(bench));
    }

    /** Keys and values for tables and for files' metadata. */
    Map<String, String> texts() {
        Map<String, String> source = new LinkedHashMap<>();
        source.put("model", model);
        source.put("model_sha256", provenance.modelSha256());
        source.put("images", images);
        source.put("images_sha256", provenance.imagesSha256());
        source.put("n", Integer.toString(scored));
        source.put("calibration_images", calibration);
        source.put("calibration_images_sha256", provenance.calibrationSha256());
        source.put("preprocessing", preprocessing.words());
        source.put("version", provenance.version());
        source.put("commit", provenance.commit());
        source.put("java", provenance.java());
        source.put("os", provenance.os());
        source.put("nd4j", provenance.nd4j());
        source.put("threads", Integer.toString(provenance.threads()));
        return source;
    }
}
