package org.driftscope.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.TrialSelection;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Which trials of the archive are meant.
 *
 * @param study that they ran in; empty for any
 * @param tag that they carry; empty for any
 * @param settings values they have, as text, by setting's name
 */
public record ArchiveFilter(String study, String tag, Map<String, String> settings) {
    public ArchiveFilter {
        settings = Map.copyOf(settings);
        settings.forEach(ArchiveFilter::requireFitting);
    }

    /** What the archive can find by itself, oldest first: all that fit, and perhaps others. */
    public TrialSelection selection() {
        Map<String, Double> numbers = new HashMap<>();
        settings.forEach((name, wanted) -> {
            if (isNumber(Settings.named(name))) {
                numbers.put(name, number(Settings.named(name), wanted));
            }
        });
        return new TrialSelection(study, tag, numbers, false);
    }

    /** Whether {@link #selection} is exactly those that fit. */
    public boolean isExact() {
        return settings.isEmpty();
    }

    /** Those that fit, in their order. */
    public List<ArchivedTrial> of(List<ArchivedTrial> trials) {
        return trials.stream().filter(this::fits).toList();
    }

    public boolean fits(ArchivedTrial trial) {
        if (!(study.isEmpty() || trial.studies().contains(study)) || !(tag.isEmpty() || tag.equals(trial.tag()))) {
            return false;
        }
        Map<String, Object> values = settings.isEmpty() ? Map.of() : ArchivedStudy.settings(trial);
        return settings.entrySet().stream()
                .allMatch(wanted -> same(text(values.get(wanted.getKey())), wanted.getValue(), wanted.getKey()));
    }

    /** A list as the command line takes it, its values with commas between. */
    private static String text(@Nullable Object value) {
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private static boolean same(String value, String wanted, String setting) {
        return isNumber(Settings.named(setting)) && !value.equals("null")
                ? Double.parseDouble(value) == number(Settings.named(setting), wanted)
                : value.equals(wanted);
    }

    private static void requireFitting(String setting, String wanted) {
        Setting known = Settings.named(setting);
        if (isNumber(known)) {
            number(known, wanted);
        }
    }

    private static boolean isNumber(Setting setting) {
        return setting.kind() == Setting.Kind.REAL || setting.kind() == Setting.Kind.INTEGER;
    }

    /** As the setting reads it, an age in words too. @throws SpecException if it is none */
    private static double number(Setting setting, String text) {
        return ((Number) setting.parse(text)).doubleValue();
    }
}
