package org.driftscope.cli.output;

/** What the command line's exit code says. */
public final class ExitCodes {
    public static final int OK = 0;
    public static final int UNEXPECTED = 1;
    public static final int USAGE = 2;
    public static final int BAD_INPUT = 3;
    public static final int CANCELLED = 4;
    /** A study finished, but some of its trials were refused. */
    public static final int INCOMPLETE = 5;

    private ExitCodes() {}
}
