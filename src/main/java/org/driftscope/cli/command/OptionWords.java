package org.driftscope.cli.command;

import java.util.Locale;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.support.PlainText;
import org.driftscope.support.SpecException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Refusals in the words of the command line, whatever files call the setting. */
public final class OptionWords {
    private static final String CIRCUIT = "--circuit";

    private OptionWords() {}

    /** What a refusal says to who wrote the command; a setting that it has no option for keeps its name. */
    public static String of(SpecException refused, CommandSpec command) {
        return refused.of(option(refused.field(), command));
    }

    /** What is wrong with the arguments of a command, in a sentence. */
    public static String of(ParameterException misused) {
        CommandSpec command = misused.getCommandLine().getCommandSpec();
        ArgSpec argument = misused.getArgSpec();
        if (argument instanceof OptionSpec option && misused.getCause() instanceof SpecException refused) {
            String name = option.longestName();
            String sentence = PlainText.lines(of(refused, command));
            return sentence.startsWith(name) ? sentence : "Invalid value for " + name + ": " + sentence;
        }
        if (misused instanceof UnmatchedArgumentException other && isWindow(other, command)) {
            String first = other.getUnmatched().stream()
                    .filter(OptionWords::isOption)
                    .findFirst()
                    .orElseThrow()
                    .replaceFirst("=.*", "");
            return "options such as " + first + " go with a command, for example: driftscope evaluate"
                    + " MODEL --images DATA --drift 0.2. Without a command the window opens; there settings are made in it.";
        }
        if (misused instanceof UnmatchedArgumentException other && isFile(other, command)) {
            return other.getUnmatched().get(0) + ": there is no such file, and no such command.";
        }
        // the library names an option of keys and values twice
        return PlainText.lines(String.valueOf(misused.getMessage())).replace("option option", "option");
    }

    /** Options where no command was named: meant for the window. */
    public static boolean isWindow(UnmatchedArgumentException misused, CommandSpec command) {
        return command.parent() == null && misused.getUnmatched().stream().anyMatch(OptionWords::isOption);
    }

    /** A name with an ending or in a folder where no command was named: meant to be opened. */
    public static boolean isFile(UnmatchedArgumentException misused, CommandSpec command) {
        return command.parent() == null && misused.getUnmatched().get(0).matches(".*[./\\\\].*");
    }

    private static boolean isOption(String argument) {
        return argument.startsWith("-");
    }

    private static String option(String field, CommandSpec command) {
        String hyphened = field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        String name = "--" + Settings.find(field).map(Setting::option).orElse(hyphened);
        if (command.findOption(name) != null) {
            return name;
        }
        boolean ofCircuit = command.findOption(CIRCUIT) != null
                && CircuitSettings.all().stream()
                        .anyMatch(setting -> setting.id().equals(field));
        return ofCircuit ? CIRCUIT + " " + hyphened : field;
    }
}
