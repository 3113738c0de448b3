package org.driftscope;

import org.driftscope.cli.DriftscopeCli;

/** Chooses window or command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(DriftscopeCli.run(args));
    }
}
