package org.driftscope.report.paired;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.setting.Settings.Part;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.report.ArchivedStudy;

/**
 * A trial by what is paired.
 *
 * @param calibration the settings that its method looks at, by name
 * @param name of the calibration, e.g. "DoRA rank 4 at 4 bits"
 * @param family the same whatever its size, e.g. "DoRA"
 * @param size what is left, e.g. "r = 4, 4 bits"
 * @param kind of the chip and what it was scored on: all but the seed
 * @param seed which chip of its kind
 * @param outcome the numbers
 */
public record PairedTrial(
        Map<String, Object> calibration,
        String name,
        String family,
        String size,
        Map<String, Object> kind,
        Object seed,
        TrialOutcome outcome) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DATA = List.of("modelSha256", "imagesSha256", "preprocessing");

    /** @throws org.driftscope.support.DataFormatException if the trial's settings cannot be read */
    public static PairedTrial of(ArchivedTrial trial) {
        return of(trial, ArchivedStudy.settings(trial));
    }

    /** @param settings of the trial by name */
    public static PairedTrial of(ArchivedTrial trial, Map<String, Object> settings) {
        Map<String, Object> asked = new LinkedHashMap<>();
        Map<String, Object> kind = new LinkedHashMap<>();
        settings.forEach((name, value) -> (Settings.isOfChip(name) ? kind : asked).put(name, value));
        Object seed = kind.getOrDefault(DriftSettings.SEED.name(), 0);
        kind.remove(DriftSettings.SEED.name());
        JsonNode source = provenance(trial);
        DATA.forEach(key -> kind.put(key, source.path(key).toString()));
        kind.put("images", trial.outcome().images());
        // the chip's own settings do not matter here, and its device may be of a file that is not open
        ExperimentSpec spec = Settings.with(ExperimentSpec.defaults(), asked);
        spec = spec.withCalibration(SettingUse.relevant(spec.calibration()));
        Map<String, Object> looked = new LinkedHashMap<>();
        for (Setting setting : Settings.of(Part.CALIBRATION)) {
            if (asked.containsKey(setting.name())) {
                looked.put(setting.name(), setting.read(spec));
            }
        }
        if (spec.calibration().drawsImages()) {
            looked.put("calibrationImages", source.path("calibrationSha256").asText());
        }
        CalibrationSpec full = spec.calibration()
                .withSettings(spec.calibration().settings().withFactorBits(FactorPrecision.FULL_BITS));
        return new PairedTrial(
                looked,
                spec.calibration().describe(),
                full.family(),
                size(spec.calibration()),
                kind,
                seed,
                trial.outcome());
    }

    private static String size(CalibrationSpec spec) {
        List<String> words = new ArrayList<>();
        if (spec.method().hasRank()) {
            words.add("r = " + spec.rank());
        }
        if (SettingUse.BUDGET.matters(spec.method())) {
            words.add(spec.settings().budget() + " %");
        }
        if (spec.settings().factorBits() < FactorPrecision.FULL_BITS) {
            words.add(spec.settings().factorBits() + " bits");
        }
        return String.join(", ", words);
    }

    private static JsonNode provenance(ArchivedTrial trial) {
        try {
            return JSON.readTree(trial.provenance());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
