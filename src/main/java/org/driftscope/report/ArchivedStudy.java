package org.driftscope.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.support.DataFormatException;

/** Archived trials as a study: what differs between them counts as swept. */
public final class ArchivedStudy {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private ArchivedStudy() {}

    /**
     * @param archived at least one
     * @param base values of settings that a trial of an older version does not name
     * @throws DataFormatException if a trial's settings cannot be read
     */
    public static List<SweepRunner.Finished> of(List<ArchivedTrial> archived, ExperimentSpec base) {
        List<Map<String, Object>> settings =
                archived.stream().map(ArchivedStudy::settings).toList();
        List<String> swept = settings.get(0).keySet().stream()
                .filter(name -> settings.stream()
                        .anyMatch(values -> !Objects.equals(
                                values.get(name), settings.get(0).get(name))))
                .toList();
        List<SweepRunner.Finished> trials = new ArrayList<>();
        for (int i = 0; i < archived.size(); i++) {
            Map<String, Object> values = new LinkedHashMap<>(settings.get(i));
            ExperimentSpec spec = Settings.with(base, values);
            values.keySet().retainAll(swept);
            trials.add(new SweepRunner.Finished(
                    i, new Sweep.Trial(spec, values), archived.get(i).outcome(), true));
        }
        return trials;
    }

    /**
     * A trial's settings by name.
     *
     * @throws DataFormatException if they cannot be read
     */
    public static Map<String, Object> settings(ArchivedTrial trial) {
        try {
            Map<String, Object> settings =
                    JSON.readValue(trial.spec(), new TypeReference<LinkedHashMap<String, Object>>() {});
            if (settings == null || settings.containsValue(null)) {
                throw new DataFormatException("The settings of trial " + trial.key()
                        + " in the archive cannot be read: null stands where a value should.");
            }
            return settings;
        } catch (JsonProcessingException e) {
            throw new DataFormatException(
                    "The settings of trial " + trial.key() + " in the archive cannot be read: "
                            + e.getOriginalMessage(),
                    e);
        }
    }
}
