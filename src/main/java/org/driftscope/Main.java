package org.driftscope;

import java.nio.file.Path;
import java.util.List;
import org.driftscope.cli.DriftscopeCli;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.support.MemoryLimits;
import org.driftscope.support.UserHome;
import org.driftscope.ui.ExplorerApp;

/** Starts the window without arguments or with files to open, the command line with a command. */
public final class Main {
    private Main() {}

    /** Ends the process with the command line's exit code; 0 after the window. */
    public static void main(String[] args) {
        UserHome.makePrivate();
        MemoryLimits.apply();
        List<Path> files = FilesToOpen.of(args);
        if (args.length > 0 && files.isEmpty()) {
            System.exit(DriftscopeCli.run(args));
        }
        if (!Display.isThere() && !files.isEmpty()) {
            System.err.println(
                    "There is no display here to open " + files.get(0).getFileName()
                            + " in a window. \"driftscope --help\" shows what can be done in a terminal.");
            System.exit(ExitCodes.USAGE);
        }
        if (!Display.isThere()) {
            System.exit(demo("There is no display here, so instead of the window this is the command line's demo"
                    + " (driftscope --help shows the rest)."));
        }
        try {
            ExplorerApp.open(files);
        } catch (UnsupportedOperationException | LinkageError e) {
            System.exit(demo("The window cannot be opened (" + e.getMessage() + "), so this is the command line's demo;"
                    + " on Debian the packages libgtk-3-0 libxtst6 libxxf86vm1 libgl1 and a font are needed."));
        }
        // the simulator's native threads are no daemons
        System.exit(0);
    }

    private static int demo(String why) {
        System.err.println(why);
        return DriftscopeCli.run(new String[] {"demo"});
    }
}
