package org.driftscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.data.Preprocessing;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.setting.Settings.Part;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.io.device.DeviceFiles;
import org.jspecify.annotations.Nullable;

/** The command line that makes the numbers of one calibration, or of a network that is not calibrated, again. */
public final class RepeatCommand {
    private static final String PROGRAM = "driftscope";
    private static final Pattern PLAIN = Pattern.compile("[\\w./:,+@%=-]+");

    private final List<String> words = new ArrayList<>();

    private RepeatCommand() {}

    /**
     * What was worked on, as paths or names.
     *
     * @param calibration images that calibration images were drawn from; "" for none
     * @param statistics file of factory statistics; "" for none
     * @param scored number of images that were scored
     * @param preprocessing how pixels were prepared; null where it is not known, so that the images' own is taken
     */
    public record Inputs(
            String model,
            String images,
            String calibration,
            String statistics,
            int scored,
            @Nullable Preprocessing preprocessing) {}

    /** The command in one line; empty where its options cannot say what was set. */
    public static Optional<String> line(ExperimentSpec spec, Inputs inputs) {
        return words(spec, inputs).map(RepeatCommand::line);
    }

    static String line(List<String> words) {
        return PROGRAM + " " + words.stream().map(RepeatCommand::quoted).collect(Collectors.joining(" "));
    }

    /** The command that scores the clean network; empty where its options cannot say what was set. */
    public static Optional<String> cleanLine(Inputs inputs) {
        return evaluation(inputs).map(command -> line(command.words));
    }

    /** The command that scores a chip before calibration; empty where its options cannot say what was set. */
    public static Optional<String> driftedLine(ChipSpec chip, LayerChoice drifted, Inputs inputs) {
        if (!canBeSaid(chip)) {
            return Optional.empty();
        }
        return evaluation(inputs).map(command -> {
            command.chip(chip, drifted);
            return line(command.words);
        });
    }

    private static Optional<RepeatCommand> evaluation(Inputs inputs) {
        if (inputs.model().isEmpty() || inputs.images().isEmpty() || !canBeSaid(inputs.preprocessing())) {
            return Optional.empty();
        }
        RepeatCommand command = new RepeatCommand();
        command.say("evaluate", inputs.model());
        command.images(inputs);
        if (inputs.calibration().equals(inputs.images())) {
            // a part of them is set apart and was not scored
            command.say("--calibration", inputs.calibration());
        }
        return Optional.of(command);
    }

    /** The words behind the program's name. */
    public static Optional<List<String>> words(ExperimentSpec spec, Inputs inputs) {
        if (inputs.model().isEmpty()
                || inputs.images().isEmpty()
                || !canBeSaid(spec.chip())
                || !canBeSaid(inputs.preprocessing())) {
            return Optional.empty();
        }
        RepeatCommand command = new RepeatCommand();
        command.say("calibrate", inputs.model());
        command.images(inputs);
        if (!inputs.calibration().isEmpty()) {
            command.say("--calibration", inputs.calibration());
        }
        command.chip(spec.chip(), spec.driftedLayers());
        command.calibration(SettingUse.relevant(spec.calibration()), spec.calibratedLayers(), inputs);
        return Optional.of(List.copyOf(command.words));
    }

    private static boolean canBeSaid(ChipSpec chip) {
        CrossbarSpec crossbar = chip.crossbar();
        return crossbar.tileRows() == crossbar.tileCols();
    }

    /** Channels last to first are a preset's alone. */
    private static boolean canBeSaid(@Nullable Preprocessing preprocessing) {
        return preprocessing == null
                || !preprocessing.reversed()
                || Preprocessing.presets().contains(preprocessing.name());
    }

    private void images(Inputs inputs) {
        say("--images", inputs.images());
        say("--limit", Integer.toString(inputs.scored()));
        Preprocessing preprocessing = inputs.preprocessing();
        if (preprocessing == null) {
            return;
        }
        if (Preprocessing.presets().contains(preprocessing.name())) {
            say("--preprocess", preprocessing.name());
        } else {
            say("--scale", Double.toString(preprocessing.scale()));
            say("--mean", numbers(preprocessing.mean()));
            say("--std", numbers(preprocessing.std()));
        }
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void chip(ChipSpec chip, LayerChoice drifted) {
        DeviceKind device = DeviceKinds.of(chip.drift());
        ExperimentSpec spec =
                ExperimentSpec.of(chip, CalibrationSpec.defaults()).withLayers(drifted, LayerChoice.all());
        ExperimentSpec usual = ExperimentSpec.of(ChipSpec.of(0, 0).withDevice(device), CalibrationSpec.defaults());
        if (chip.drift().isMeasuredCellByCell()) {
            say("--chip", DeviceFiles.place(device));
        } else if (chip.driftIsSet()) {
            say(DriftSettings.DRIFT, spec);
        } else {
            say(option(DeviceSettings.DEVICE), DeviceFiles.place(device));
            if (chip.drift().ages()) {
                say(DriftSettings.AGE, spec);
            }
        }
        List<Setting> said = new ArrayList<>(List.of(
                DeviceSettings.DEVICE,
                DeviceSettings.G_MAX,
                DeviceSettings.ON_OFF,
                DriftSettings.DRIFT,
                DriftSettings.AGE,
                DriftSettings.SEED));
        unusual(Settings.of(Part.DRIFT), said, spec, usual);
        say(DriftSettings.SEED, spec);
        range(chip.crossbar().range(), device.usualRange());
        unusual(Settings.of(Part.DEVICE), said, spec, usual);
        circuit(chip.crossbar().circuit());
        LayerRules.of(chip)
                .forEach(rule -> say(
                        option(LayerRules.PER_LAYER),
                        rule.text(
                                id -> DeviceFiles.place(LayerRules.devices(chip).named(id)))));
    }

    /** Those of some settings that are not as usual, without those that are said already. */
    private void unusual(List<Setting> settings, List<Setting> said, ExperimentSpec spec, ExperimentSpec usual) {
        settings.stream()
                .filter(setting -> setting.standsFor().isEmpty() && !said.contains(setting))
                .filter(setting -> !setting.read(spec).equals(setting.read(usual)))
                .forEach(setting -> say(setting, spec));
    }

    private void circuit(CircuitSpec circuit) {
        List<String> parts = new ArrayList<>();
        circuit.forEach((setting, value) ->
                parts.add(setting.option() + "=" + (setting.isSwitch() ? "true" : FigureTable.cell(value))));
        if (!parts.isEmpty()) {
            say("--circuit", String.join(",", parts));
        }
    }

    private void range(ConductanceRange range, ConductanceRange usual) {
        number(DeviceSettings.G_MAX, range.gMaxUs(), usual.gMaxUs());
        if (range.gMinUs() == usual.gMinUs()) {
            return;
        }
        if (range.gMinUs() == 0) {
            say("--g-min", "0");
            return;
        }
        double ratio = range.onOffRatio();
        boolean exact = ConductanceRange.ofOnOffRatio(range.gMaxUs(), ratio).equals(range);
        say(exact ? option(DeviceSettings.ON_OFF) : "--g-min", FigureTable.cell(exact ? ratio : range.gMinUs()));
    }

    private void calibration(CalibrationSpec calibration, LayerChoice layers, Inputs inputs) {
        ExperimentSpec spec = ExperimentSpec.of(ChipSpec.of(0, 0), calibration).withLayers(LayerChoice.all(), layers);
        ExperimentSpec usual = ExperimentSpec.of(ChipSpec.of(0, 0), CalibrationSpec.defaults());
        say(CalibrationSettings.METHOD, spec);
        if (CalibrationSettings.RANK.matters(spec)) {
            say(CalibrationSettings.RANK, spec);
        }
        say(CalibrationSettings.SAMPLES, spec);
        List<Setting> said = new ArrayList<>(List.of(
                CalibrationSettings.METHOD,
                CalibrationSettings.RANK,
                CalibrationSettings.SAMPLES,
                CalibrationSettings.LAYERS,
                Settings.STATISTICS));
        unusual(Settings.of(Part.CALIBRATION), said, spec, usual);
        if (calibration.settings().hasStatisticsFile()) {
            say(option(Settings.STATISTICS), inputs.statistics());
        }
        if (CalibrationSettings.LAYERS.matters(spec) && !layers.patterns().isEmpty()) {
            say(CalibrationSettings.LAYERS, spec);
        }
    }

    private static String option(Setting setting) {
        return "--" + setting.option();
    }

    private void say(Setting setting, ExperimentSpec spec) {
        Object value = setting.read(spec);
        if (value instanceof Boolean on) {
            say("--" + (on ? "" : "no-") + setting.option());
        } else if (value instanceof List<?> names) {
            say(option(setting), names.stream().map(String::valueOf).collect(Collectors.joining(",")));
        } else {
            say(option(setting), value instanceof Double number ? FigureTable.cell(number) : value.toString());
        }
    }

    private void number(Setting setting, double value, double usual) {
        if (value != usual) {
            say(option(setting), FigureTable.cell(value));
        }
    }

    private void say(String... more) {
        words.addAll(List.of(more));
    }

    /** As a shell wants it. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
