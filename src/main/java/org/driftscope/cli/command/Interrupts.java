package org.driftscope.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.support.CancelToken;
import picocli.CommandLine.Model.CommandSpec;

/** Ctrl-C as a cancel token: work stops at its next check, and the process then ends with the code for cancelled. */
public final class Interrupts {
    private static final long PATIENCE_SECONDS = 5;

    private final CancelToken cancel;
    private final CountDownLatch finished = new CountDownLatch(1);
    /** What the command line came to; a signal after its last check changes nothing of that. */
    private volatile int exitCode = ExitCodes.CANCELLED;

    private final Thread hook = new Thread(this::stop, "cancel-on-interrupt");

    private Interrupts(CancelToken cancel) {
        this.cancel = cancel;
    }

    /** The token of the command line that a command belongs to. */
    static CancelToken token(CommandSpec command) {
        return ((Interruptible) command.root().userObject()).cancel();
    }

    /**
     * Runs a command line that Ctrl-C may cancel.
     *
     * @param cancel the token its commands look at
     * @return its exit code
     */
    public static int cancellable(CancelToken cancel, IntSupplier commandLine) {
        Interrupts interrupts = new Interrupts(cancel);
        Runtime.getRuntime().addShutdownHook(interrupts.hook);
        try {
            interrupts.exitCode = commandLine.getAsInt();
            return interrupts.exitCode;
        } finally {
            interrupts.finished.countDown();
            interrupts.forget();
        }
    }

    /** Runs in the shutdown hook: the process is on its way out, so only its exit code is left to choose. */
    private void stop() {
        cancel.cancel();
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already: the hook is what ends it
        }
    }
}
