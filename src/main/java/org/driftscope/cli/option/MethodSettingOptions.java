package org.driftscope.cli.option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.MethodSetting.Kind;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.device.Age;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each of {@link MethodSetting}. */
final class MethodSettingOptions {
    private final Map<MethodSetting, OptionSpec> options = new LinkedHashMap<>();

    /** Those that the command does not have by itself, as it has those that presets set too. */
    void addTo(CommandSpec command) {
        for (MethodSetting setting : MethodSetting.all()) {
            if (!setting.equals(MethodSetting.LAYER_GAIN)) {
                OptionSpec option = option(setting);
                options.put(setting, option);
                command.addOption(option);
            }
        }
    }

    private static OptionSpec option(MethodSetting setting) {
        String meaning = setting.help().meaning().replace("%", "%%");
        OptionSpec.Builder option = OptionSpec.builder("--" + setting.option());
        if (setting.kind() == Kind.SWITCH) {
            return option.type(Boolean.class)
                    .arity("0")
                    .description(meaning + ".")
                    .build();
        }
        if (setting.kind() == Kind.AGE) {
            return option.type(Double.class)
                    .converters(text -> Age.parse("--" + setting.option(), text))
                    .paramLabel(setting.help().param())
                    .description(meaning + " (default: 0).")
                    .build();
        }
        String usual = String.valueOf(setting.inFiles(setting.usual())).replaceAll("\\.0$", "");
        return option.type(setting.kind() == Kind.COUNT ? Integer.class : Double.class)
                .paramLabel(setting.help().param())
                .description(meaning + " (default: " + usual + ").")
                .build();
    }

    /** Settings with those that were given. */
    MethodSettings over(MethodSettings settings) {
        MethodSettings changed = settings;
        for (Map.Entry<MethodSetting, OptionSpec> entry : options.entrySet()) {
            @Nullable Object given = entry.getValue().getValue();
            if (given instanceof Number number) {
                changed = changed.with(entry.getKey(), number.doubleValue());
            } else if (given instanceof Boolean on) {
                changed = changed.with(entry.getKey(), on ? 1 : 0);
            }
        }
        return changed;
    }
}
