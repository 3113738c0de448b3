package org.driftscope.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.io.experiment.ExperimentFileReader;

/** Experiment files: any text, or settings that exist with any values; what is accepted must give its trials. */
public final class ExperimentFuzz {
    private static final ScratchFile FILE = new ScratchFile("experiment.yaml");
    private static final int MOST_TRIALS = 2000;

    private ExperimentFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        String text = data.consumeBoolean() ? data.consumeRemainingAsString() : settings(data);
        FILE.readWith(text.getBytes(StandardCharsets.UTF_8), ExperimentFuzz::read);
    }

    private static void read() {
        var sweep = ExperimentFileReader.read(FILE.path(), ExperimentSpec.defaults())
                .sweep();
        long trials = sweep.axes().values().stream().mapToLong(values -> values.size()).reduce(1, (a, b) -> a * b);
        if (trials <= MOST_TRIALS) {
            sweep.trials();
        }
    }

    private static String settings(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        int lines = data.consumeInt(1, 5);
        for (int i = 0; i < lines; i++) {
            Setting setting = data.pickValue(Settings.all());
            text.append(setting.name()).append(": ").append(value(data)).append('\n');
        }
        return text.toString();
    }

    private static String value(FuzzedDataProvider data) {
        return switch (data.consumeInt(0, 5)) {
            case 0 -> Long.toString(data.consumeLong());
            case 1 -> Double.toString(data.consumeDouble());
            case 2 -> "[" + data.consumeInt(-2, 40) + ", " + data.consumeRegularDouble() + "]";
            case 3 -> "{from: " + data.consumeRegularFloat() + ", to: " + data.consumeInt() + ", step: "
                    + data.consumeRegularFloat() + "}";
            case 4 -> data.pickValue(new String[] {"true", "none", "dora", "column", "one-sided", "[]", "~", "recommended"});
            default -> data.consumeString(20);
        };
    }
}
