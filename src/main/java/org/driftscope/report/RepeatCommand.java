package org.driftscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.ScaleScope;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.data.Preprocessing;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.ProgrammingError;
import org.driftscope.experiment.ChipSpec;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.LayerChoice;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.support.EnumWords;
import org.jspecify.annotations.Nullable;

/** The command line that makes the numbers of one calibration, or of a network that is not calibrated, again. */
public final class RepeatCommand {
    private static final String PROGRAM = "driftscope";
    private static final Pattern PLAIN = Pattern.compile("[\\w./:,+@%=-]+");
    private static final CrossbarSpec USUAL = CrossbarSpec.defaults();

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
        CrossbarSpec crossbar = chip.crossbar();
        DeviceKind device = DeviceKinds.of(chip.drift());
        if (chip.drift().ages()) {
            say("--device", DeviceFiles.place(device), "--age", FigureTable.cell(chip.secondsSinceProgramming()));
        } else {
            say("--drift", FigureTable.cell(chip.relativeDrift()));
        }
        chip.drift()
                .parameters()
                .forEach((parameter, value) -> number("--" + parameter.option(), value, parameter.usual()));
        say("--seed", Long.toString(chip.seed()));
        if (crossbar.mapping() != USUAL.mapping()) {
            say("--mapping", crossbar.mapping().id());
        }
        range(crossbar.range(), device.usualRange());
        if (crossbar.scale() != ScaleScope.LAYER) {
            say("--scale-per", EnumWords.of(crossbar.scale()));
        }
        number("--clip-percentile", crossbar.clipPercentile(), USUAL.clipPercentile());
        number("--levels", crossbar.levels(), USUAL.levels());
        number("--tile", crossbar.tileRows(), USUAL.tileRows());
        ProgrammingError error = crossbar.programmingError();
        number("--programming-error", error.amount(), 0);
        if (error.relativeTo() != ProgrammingError.RelativeTo.G_MAX) {
            say("--programming-error-of", EnumWords.of(error.relativeTo()));
        }
        flag("--clip-to-range", crossbar.clipToRange() && !device.clips());
        flag("--no-clip-to-range", !crossbar.clipToRange() && device.clips());
        circuit(crossbar.circuit());
        layers("--drift-layers", drifted);
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
        number("--g-max", range.gMaxUs(), usual.gMaxUs());
        if (range.gMinUs() == usual.gMinUs()) {
            return;
        }
        if (range.gMinUs() == 0) {
            say("--g-min", "0");
            return;
        }
        double ratio = range.onOffRatio();
        boolean exact = ConductanceRange.ofOnOffRatio(range.gMaxUs(), ratio).equals(range);
        say(exact ? "--on-off" : "--g-min", FigureTable.cell(exact ? ratio : range.gMinUs()));
    }

    private void calibration(CalibrationSpec spec, LayerChoice layers, Inputs inputs) {
        CalibrationSpec usual = CalibrationSpec.defaults();
        MethodSettings set = spec.settings();
        say("--method", spec.method().id());
        if (SettingUse.RANK.matters(spec.method())) {
            say("--rank", Integer.toString(spec.rank()));
        }
        if (spec.magnitude() != usual.magnitude()) {
            say("--magnitude", EnumWords.of(spec.magnitude()));
        }
        flag("--bias", spec.bias());
        if (spec.solver() != usual.solver()) {
            say("--solver", EnumWords.of(spec.solver()));
        }
        say("--samples", Integer.toString(spec.samples()));
        methodSettings(set);
        if (set.hasStatisticsFile()) {
            say("--statistics", inputs.statistics());
        }
        if (SettingUse.LAYERS.matters(spec.method())) {
            layers("--layers", layers);
        }
    }

    private void methodSettings(MethodSettings set) {
        for (MethodSetting setting : MethodSetting.all()) {
            String option = "--" + setting.option();
            if (setting.kind() == MethodSetting.Kind.SWITCH) {
                flag(option, set.isOn(setting));
            } else {
                number(option, set.get(setting), setting.usual());
            }
        }
    }

    private void layers(String option, LayerChoice choice) {
        if (!choice.patterns().isEmpty()) {
            say(option, String.join(",", choice.patterns()));
        }
    }

    private void number(String option, double value, double usual) {
        if (value != usual) {
            say(option, FigureTable.cell(value));
        }
    }

    private void flag(String option, boolean set) {
        if (set) {
            say(option);
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
