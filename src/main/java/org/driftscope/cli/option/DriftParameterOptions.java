package org.driftscope.cli.option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.device.DriftModel;
import org.driftscope.device.DriftParameter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each of {@link DriftParameter}. */
final class DriftParameterOptions {
    private final Map<DriftParameter, OptionSpec> options = new LinkedHashMap<>();

    void addTo(CommandSpec command) {
        for (DriftParameter parameter : DriftParameter.all()) {
            OptionSpec option = OptionSpec.builder("--" + parameter.option())
                    .type(Double.class)
                    .paramLabel("NUMBER")
                    .description(parameter.meaning().replace("%", "%%") + " (default: " + parameter.usual() + ").")
                    .build();
            options.put(parameter, option);
            command.addOption(option);
        }
    }

    /** A model with the parameters that were given. */
    DriftModel over(DriftModel model) {
        DriftModel changed = model;
        for (Map.Entry<DriftParameter, OptionSpec> entry : options.entrySet()) {
            Object given = entry.getValue().getValue();
            if (given instanceof Double value) {
                changed = entry.getKey().in(changed, value);
            }
        }
        return changed;
    }
}
