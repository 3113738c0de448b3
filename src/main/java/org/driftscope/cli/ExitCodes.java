package org.driftscope.cli;

/** What the command line's exit code says. */
final class ExitCodes {
    static final int OK = 0;
    static final int UNEXPECTED = 1;
    static final int USAGE = 2;
    static final int BAD_INPUT = 3;
    static final int CANCELLED = 4;
    /** A study finished, but some of its trials were refused. */
    static final int INCOMPLETE = 5;

    private ExitCodes() {}
}
