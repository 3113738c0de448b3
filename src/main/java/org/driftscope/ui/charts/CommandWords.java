package org.driftscope.ui.charts;

import java.util.List;
import java.util.stream.Collectors;

/** What the button that copies command lines says of them. */
final class CommandWords {
    private static final int SHOWN = 3;
    private static final int LONGEST = 110;

    private CommandWords() {}

    /** Their first few, and how many there are. */
    static String of(List<String> commands) {
        if (commands.isEmpty()) {
            return "Nothing is shown that a command line can make again.";
        }
        String first =
                commands.stream().limit(SHOWN).map(CommandWords::shortened).collect(Collectors.joining("\n"));
        String rest = commands.size() > SHOWN ? "\n\u2026" : "";
        String what = commands.size() == 1
                ? "Copies the command line that makes these numbers again:\n"
                : "Copies the " + commands.size() + " command lines that make these numbers again, one a line:\n";
        return what + first + rest;
    }

    private static String shortened(String command) {
        return command.length() <= LONGEST ? command : command.substring(0, LONGEST - 1) + "\u2026";
    }
}
