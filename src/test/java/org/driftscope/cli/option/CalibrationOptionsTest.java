package org.driftscope.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.Preset;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CalibrationOptionsTest {
    @CommandLine.Command
    private static final class Command {
        @CommandLine.Mixin
        private CalibrationOptions options;
    }

    private static CalibrationSpec spec(String... args) {
        Command command = new Command();
        new CommandLine(command).parseArgs(args);
        return command.options.spec();
    }

    @Test
    void withoutOptionsItIsAsExperimentsHaveIt() {
        assertThat(spec()).isEqualTo(CalibrationSpec.defaults());
    }

    @Test
    void optionsBesideAPresetChangeWhatItSays() {
        CalibrationSpec recommended = Preset.RECOMMENDED.applyTo(CalibrationSpec.defaults());
        assertThat(spec("--preset", "recommended")).isEqualTo(recommended);
        assertThat(spec("--no-bias", "--preset", "recommended")).isEqualTo(recommended.withBias(false));
        assertThat(spec("--preset", "recommended", "--no-layer-gain"))
                .isEqualTo(recommended.withSettings(recommended.settings().withLayerGain(false)));
        assertThat(spec("--preset", "recommended", "--method", "lora", "--rank", "1"))
                .isEqualTo(recommended.withMethod(Method.LORA).withRank(1));
        assertThat(spec("--bias", "--layer-gain", "--magnitude", "variance")).isEqualTo(recommended);
    }
}
