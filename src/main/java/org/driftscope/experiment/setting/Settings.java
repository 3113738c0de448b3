package org.driftscope.experiment.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftParameter;
import org.driftscope.device.ProgrammingError;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.support.EnumWords;
import org.driftscope.support.SpecException;

/** The catalogue of all settings. */
public final class Settings {
    /** The setting that names the file of factory statistics by its sha256; experiment files name it by its path. */
    public static final String STATISTICS = MethodSettingCatalogue.STATISTICS;
    /** Its value where there is no such file. */
    public static final String NO_STATISTICS = MethodSettingCatalogue.NO_STATISTICS;
    /** Whose cells. */
    public static final String DEVICE = DeviceSettings.DEVICE;
    /** Time since programming, s. */
    public static final String AGE = DriftSettings.AGE;
    /** A recipe that stands for several settings. */
    public static final String PRESET = CalibrationSettings.PRESET;

    private static final Map<String, Setting> BY_NAME = byName();

    /** Settings younger than archives of trials, with the value that all those trials had. */
    private static final Map<String, Object> LATER = later();

    private Settings() {}

    private static Map<String, Object> later() {
        Map<String, Object> later = new LinkedHashMap<>(CircuitCatalogue.ideal());
        later.put(DeviceSettings.DEVICE, DeviceKinds.RELATIVE.id());
        later.put(DriftSettings.AGE, 0.0);
        DriftParameter.all().forEach(parameter -> later.put(parameter.id(), parameter.usual()));
        later.putAll(MethodSettingCatalogue.later());
        later.put(DeviceSettings.PROGRAMMING_ERROR_OF, EnumWords.of(ProgrammingError.RelativeTo.G_MAX));
        return later;
    }

    private static Stream<Setting> ofChip() {
        // the effects come last, since they turn off what the others set
        return Stream.of(
                        DeviceSettings.all(),
                        CircuitCatalogue.all(),
                        DriftSettings.all(),
                        List.of(ChipEffects.setting()))
                .flatMap(List::stream);
    }

    private static Map<String, Setting> byName() {
        Map<String, Setting> all = new LinkedHashMap<>();
        Stream.of(ofChip(), CalibrationSettings.all().stream(), MethodSettingCatalogue.all().stream())
                .flatMap(settings -> settings)
                .forEach(setting -> all.put(setting.name(), setting));
        return all;
    }

    /** All settings, in the order files list them. */
    public static List<Setting> all() {
        return new ArrayList<>(BY_NAME.values());
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
        return ofChip().anyMatch(setting -> setting.name().equals(name));
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
