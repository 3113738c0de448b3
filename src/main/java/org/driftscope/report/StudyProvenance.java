package org.driftscope.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftscope.experiment.sweep.Sweep;

/** What a study's numbers come from, as keys and values for tables and for files' metadata. */
public final class StudyProvenance {
    private StudyProvenance() {}

    /** Of figures of several sweeps of one study: their settings once where all agree, else sweep by sweep. */
    public static Map<String, String> of(List<FinishedSweep> sweeps, StudyInputs source) {
        if (sweeps.size() == 1) {
            return of(sweeps.get(0).sweep(), source);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("study", sweeps.get(0).sweep().name());
        for (int i = 0; i < sweeps.size(); i++) {
            String number = "sweep " + (i + 1);
            settings(sweeps.get(i).sweep()).forEach((key, value) -> texts.put(number + " " + key, value));
        }
        texts.putAll(source.texts());
        return texts;
    }

    /** Of one sweep. */
    public static Map<String, String> of(Sweep sweep, StudyInputs source) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("study", sweep.name());
        texts.putAll(settings(sweep));
        texts.putAll(source.texts());
        return texts;
    }

    /** A swept setting with all its values. */
    private static Map<String, String> settings(Sweep sweep) {
        Map<String, String> settings = SettingColumns.ofAll(sweep.base());
        sweep.axes()
                .forEach((name, values) -> settings.put(
                        SettingColumns.column(name),
                        values.stream()
                                .map(value -> SettingColumns.cell(name, value))
                                .collect(Collectors.joining(", "))));
        return settings;
    }
}
