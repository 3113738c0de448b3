package org.driftscope.ui.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.Devices;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.report.ArchivedStudy;
import org.driftscope.report.paired.PairedTrial;
import org.driftscope.support.SpecException;
import org.driftscope.ui.control.table.SettingText;

/**
 * An archived trial as the table shows it.
 *
 * @param trial as the archive has it
 * @param settings of the trial by name
 */
public record HistoryRow(ArchivedTrial trial, Map<String, Object> settings) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN_OF_KEY = 8;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Stands where a row is being read. */
    static final HistoryRow PENDING =
            new HistoryRow(ArchivedTrial.finished("", "", "", "", "", new TrialOutcome(Map.of(), "")), Map.of());

    /** Whether it is a trial. */
    boolean isRead() {
        return !trial.key().isEmpty();
    }

    /** @throws org.driftscope.support.DataFormatException if the trial's settings cannot be read */
    static HistoryRow of(ArchivedTrial trial) {
        return new HistoryRow(trial, ArchivedStudy.settings(trial));
    }

    /** By what is paired. */
    PairedTrial paired() {
        return PairedTrial.of(trial, settings);
    }

    /** A setting in words; "" for one that the trial does not name. */
    String setting(Setting setting) {
        return written(setting.name());
    }

    private String written(String name) {
        Object value = settings.get(name);
        if (value == null) {
            return "";
        }
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : value.toString();
    }

    /** Whether its cells age; trials of older versions name no device. */
    boolean ages() {
        String device = setting(DeviceSettings.DEVICE);
        return DeviceKinds.isOfFile(device)
                || Devices.listed()
                        .find(device)
                        .filter(kind -> kind.model().ages())
                        .isPresent();
    }

    /** The device, and its age where it has one, e.g. "PCM, 1 d". */
    String cells() {
        return ages()
                ? SettingText.value(DeviceSettings.DEVICE.name(), setting(DeviceSettings.DEVICE)) + ", "
                        + Age.words(number(DriftSettings.AGE))
                : Devices.listed()
                        .find(setting(DeviceSettings.DEVICE))
                        .orElse(DeviceKinds.RELATIVE)
                        .brief();
    }

    /** A number among the settings, to sort by; NaN where it is none. */
    double number(Setting setting) {
        return settings.get(setting.name()) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** Date and time to the minute, local; as it was written where it is no time. */
    String finished() {
        return finished(ZoneId.systemDefault());
    }

    String finished(ZoneId zone) {
        try {
            return TIME.format(Instant.parse(trial.finishedAt()).atZone(zone));
        } catch (DateTimeException e) {
            return trial.finishedAt();
        }
    }

    /** The gMax to gMin ratio; infinite where a cell can be switched off. NaN where the trial names none. */
    double onOff() {
        double ratio = number(DeviceSettings.ON_OFF);
        return ratio == 0 ? Double.POSITIVE_INFINITY : ratio;
    }

    TrialOutcome outcome() {
        return trial.outcome();
    }

    /** The method's name as everywhere in the window; as it was written where there is none such. */
    String method() {
        String word = setting(CalibrationSettings.METHOD);
        return word.isEmpty()
                ? ExperimentSpec.defaults().calibration().method().label()
                : Method.find(word).map(Method::label).orElse(word);
    }

    /** Whether its method has ranks at all. */
    boolean ranked() {
        return spec().map(spec -> spec.method().hasRank()).orElse(true);
    }

    /** The method with what kind of it this is, e.g. "DoRA + layer gain + bias, variance-matched". */
    String variant() {
        return spec().map(CalibrationSpec::family).orElse(setting(CalibrationSettings.METHOD));
    }

    private Optional<CalibrationSpec> spec() {
        try {
            Map<String, Object> ofCalibration = new LinkedHashMap<>(settings);
            ofCalibration.keySet().removeIf(Settings::isOfChip);
            return Optional.of(
                    Settings.with(ExperimentSpec.defaults(), ofCalibration).calibration());
        } catch (SpecException e) {
            return Optional.empty();
        }
    }

    /** What its network is called; the beginning of its hash where an older version did not keep that. */
    String model() {
        try {
            JsonNode source = JSON.readTree(trial.provenance());
            String name = source.path("modelName").asText();
            String hash = source.path("modelSha256").asText();
            return name.isEmpty() ? hash.substring(0, Math.min(SHOWN_OF_KEY, hash.length())) : name;
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /** What tells it from others at a glance, e.g. "DoRA, rank 4, seed 7". */
    String heading() {
        String rank = setting(CalibrationSettings.RANK).isEmpty() || !ranked()
                ? ""
                : ", rank " + setting(CalibrationSettings.RANK);
        String tag = trial.tag().isEmpty() ? "" : trial.tag() + ": ";
        return tag + method() + rank + ", seed " + setting(DriftSettings.SEED) + ", " + finished();
    }

    String shortKey() {
        return trial.key().substring(0, Math.min(SHOWN_OF_KEY, trial.key().length()));
    }

    /** Whether every word stands in the study, method, model, tag, key, time, or a setting written {@code name=value}. */
    boolean matches(String words) {
        StringBuilder text = new StringBuilder(String.join(" ", trial.studies()) + " " + method() + " " + model() + " "
                + trial.tag() + " " + trial.key() + " " + finished());
        settings.keySet()
                .forEach(name -> text.append(' ').append(name).append('=').append(written(name)));
        String hay = text.toString().toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(hay::contains);
    }

    HistoryRow withTag(String tag) {
        return new HistoryRow(trial.withTag(tag), settings);
    }
}
