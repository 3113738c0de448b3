package org.driftscope.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.List;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.Outcomes;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.report.ArchivedStudy;
import org.driftscope.report.TrialGroup;

/** What an archive's rows say of their settings. */
public final class ArchivedTrialFuzz {
    private ArchivedTrialFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        List<ArchivedTrial> trials = List.of(trial(data), trial(data));
        ScratchFile.accepting(() -> TrialGroup.of(ArchivedStudy.of(trials, ExperimentSpec.defaults())));
    }

    private static ArchivedTrial trial(FuzzedDataProvider data) {
        TrialOutcome outcome = Outcomes.of(100, 0.9, 0.5, 0.8, 10, 0.1, 160, 0, 0.5, "");
        String spec = data.consumeBoolean() ? settings(data) : data.consumeString(200);
        return new ArchivedTrial("0".repeat(64), "s", List.of(), "2026-01-01T00:00:00Z", "", spec, "{}", outcome);
    }

    private static String settings(FuzzedDataProvider data) {
        StringBuilder json = new StringBuilder("{");
        int count = data.consumeInt(1, 4);
        for (int i = 0; i < count; i++) {
            Setting setting = data.pickValue(Settings.all());
            String value =
                    switch (data.consumeInt(0, 4)) {
                        case 0 -> Long.toString(data.consumeLong());
                        case 1 -> Double.toString(data.consumeRegularDouble());
                        case 2 -> "[\"conv1\", 3]";
                        case 3 -> "null";
                        default -> "\"" + data.consumeAsciiString(10).replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\"";
                    };
            json.append(i == 0 ? "" : ", ").append('"').append(setting.name()).append("\": ").append(value);
        }
        return json.append('}').toString();
    }
}
