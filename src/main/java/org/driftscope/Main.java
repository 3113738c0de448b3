package org.driftscope;

import org.driftscope.cli.DriftscopeCli;
import org.driftscope.support.MemoryLimits;
import org.driftscope.support.UserHome;
import org.driftscope.ui.ExplorerApp;

/** Starts the window without arguments, the command line with them. */
public final class Main {
    private Main() {}

    /** Ends the process with the command line's exit code; 0 after the window. */
    public static void main(String[] args) {
        UserHome.makePrivate();
        MemoryLimits.apply();
        if (args.length > 0) {
            System.exit(DriftscopeCli.run(args));
        }
        if (!Display.isThere()) {
            System.exit(demo("There is no display here, so instead of the window this is the command line's demo"
                    + " (driftscope --help shows the rest)."));
        }
        try {
            ExplorerApp.open();
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
