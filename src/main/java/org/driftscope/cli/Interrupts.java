package org.driftscope.cli;

import org.driftscope.support.CancelToken;

/** Ctrl-C as a cancel token: work stops at its next check and the process waits a moment for it. */
final class Interrupts {
    private Interrupts() {}

    /** A token that Ctrl-C cancels. */
    static CancelToken token() {
        CancelToken cancel = new CancelToken();
        Runtime.getRuntime().addShutdownHook(new Thread(cancel::cancel, "cancel-on-interrupt"));
        return cancel;
    }
}
