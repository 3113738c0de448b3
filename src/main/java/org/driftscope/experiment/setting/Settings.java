package org.driftscope.experiment.setting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftParameter;
import org.driftscope.device.ProgrammingError;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.EnumWords;
import org.driftscope.support.SpecException;

/** The catalogue of all settings. */
public final class Settings {
    /** The setting that names the file of factory statistics by its sha256; experiment files name it by its path. */
    public static final Setting STATISTICS = MethodSettingCatalogue.STATISTICS;
    /** The setting that says when a calibration that is kept is made anew. */
    public static final Setting UPKEEP = MethodSettingCatalogue.UPKEEP;
    /** What {@link #STATISTICS} is where there is no such file. */
    public static final String NO_STATISTICS = MethodSettingCatalogue.NO_STATISTICS;

    /** What a setting is of. */
    public enum Part {
        DEVICE,
        CIRCUIT,
        DRIFT,
        /** In what some layers differ from all that. */
        LAYERS,
        /** What of the chip is turned off. Last, since it turns off what the others set. */
        EFFECTS,
        CALIBRATION
    }

    private static final Map<Part, List<Setting>> PARTS = parts();

    private static final Map<String, Setting> BY_NAME = byName();

    /** Settings younger than archives of trials, with the value that all those trials had. */
    private static final Map<String, Object> LATER = later();

    private Settings() {}

    private static Map<String, Object> later() {
        Map<String, Object> later = new LinkedHashMap<>(CircuitCatalogue.ideal());
        later.put(LayerRules.NAME, List.of());
        later.put(DeviceSettings.DEVICE.name(), DeviceKinds.RELATIVE.id());
        later.put(DriftSettings.AGE.name(), 0.0);
        DriftParameter.all().forEach(parameter -> later.put(parameter.id(), parameter.usual()));
        later.putAll(MethodSettingCatalogue.later());
        later.put(DeviceSettings.PROGRAMMING_ERROR_OF.name(), EnumWords.of(ProgrammingError.RelativeTo.G_MAX));
        return later;
    }

    private static Map<Part, List<Setting>> parts() {
        Map<Part, List<Setting>> parts = new EnumMap<>(Part.class);
        parts.put(Part.DEVICE, DeviceSettings.all());
        parts.put(Part.CIRCUIT, CircuitCatalogue.all());
        parts.put(Part.DRIFT, DriftSettings.all());
        parts.put(Part.LAYERS, List.of(LayerRules.PER_LAYER));
        parts.put(Part.EFFECTS, List.of(ChipEffects.setting()));
        parts.put(
                Part.CALIBRATION,
                Stream.concat(CalibrationSettings.all().stream(), MethodSettingCatalogue.all().stream())
                        .toList());
        return parts;
    }

    private static Map<String, Setting> byName() {
        Map<String, Setting> all = new LinkedHashMap<>();
        PARTS.values().stream().flatMap(List::stream).forEach(setting -> all.put(setting.name(), setting));
        return all;
    }

    /** The settings of a part, in the order in which files list them. */
    public static List<Setting> of(Part part) {
        return Objects.requireNonNull(PARTS.get(part));
    }

    /** A setting of methods. */
    public static Setting of(MethodSetting setting) {
        return named(setting.id());
    }

    /** A property of the circuit. */
    public static Setting of(CircuitSetting setting) {
        return named(setting.id());
    }

    /** All settings, in the order files list them. */
    public static List<Setting> all() {
        return new ArrayList<>(BY_NAME.values());
    }

    /** The setting of that name; empty where this version has none such. */
    public static Optional<Setting> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The setting of that name.
     *
     * @throws SpecException if there is none; lists those there are
     */
    public static Setting named(String name) {
        Setting setting = BY_NAME.get(name);
        if (setting == null) {
            throw new SpecException("setting", name, "one of " + String.join(", ", BY_NAME.keySet()));
        }
        return setting;
    }

    /** Whether a setting decides the drifted chip; the others decide what is done about it. */
    public static boolean isOfChip(String name) {
        return of(Part.CALIBRATION).stream().noneMatch(setting -> setting.name().equals(name));
    }

    /** All values of a specification by name, without those that only stand for others. */
    public static Map<String, Object> values(ExperimentSpec spec) {
        Map<String, Object> values = new LinkedHashMap<>();
        BY_NAME.forEach((name, setting) -> {
            if (setting.standsFor().isEmpty()) {
                values.put(name, setting.read(spec));
            }
        });
        return values;
    }

    /**
     * As {@link #values}, without the settings that came later and are at what was always so: a trial keeps the name it had
     * before there were such settings. A new setting belongs in that list.
     */
    public static Map<String, Object> identity(ExperimentSpec spec) {
        Map<String, Object> values = values(spec);
        LATER.forEach(values::remove);
        return values;
    }

    /**
     * The specification with some values changed. Some settings exclude each other, such as factory images and a file of
     * statistics: one that the values so far refuse is written again after the others, so that only what is wanted in the
     * end counts and not the way there.
     *
     * @throws SpecException if a value is out of range, or the values together are refused
     */
    public static ExperimentSpec with(ExperimentSpec spec, Map<String, Object> changes) {
        changes.keySet().forEach(Settings::named);
        Map<String, Object> pending = new LinkedHashMap<>();
        BY_NAME.keySet().stream()
                .filter(changes::containsKey)
                .forEach(name -> pending.put(name, Objects.requireNonNull(changes.get(name))));
        ExperimentSpec changed = spec;
        while (!pending.isEmpty()) {
            SpecException refusal = null;
            int before = pending.size();
            for (Map.Entry<String, Object> entry : List.copyOf(pending.entrySet())) {
                try {
                    changed = named(entry.getKey()).write(changed, entry.getValue());
                    pending.remove(entry.getKey());
                } catch (SpecException e) {
                    refusal = refusal == null ? e : refusal;
                }
            }
            if (refusal != null && pending.size() == before) {
                throw refusal;
            }
        }
        return changed;
    }
}
