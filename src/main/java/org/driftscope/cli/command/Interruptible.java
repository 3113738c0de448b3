package org.driftscope.cli.command;

import org.driftscope.support.CancelToken;

/** A command line that Ctrl-C may cancel. */
public interface Interruptible {
    /** What its commands look at. */
    CancelToken cancel();
}
