package org.driftscope.ui.task;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.MemoryShortage;

/**
 * An error in words for a user.
 *
 * @param sentence what happened
 * @param remedy what to do about it
 * @param details to copy into a report: the stack trace
 */
public record Problem(String sentence, String remedy, String details) {
    /**
     * @param doing what was going on, e.g. "Opening net.onnx"
     * @param error what stopped it
     */
    public static Problem of(String doing, Throwable error) {
        if (error instanceof DriftscopeException known) {
            return new Problem(
                    known.userMessage(), "Nothing was changed: the window shows what it showed before.", trace(error));
        }
        Optional<DriftscopeException> shortage = MemoryShortage.in(error);
        if (shortage.isPresent()) {
            return new Problem(
                    doing + " needs more memory than Driftscope may use.",
                    shortage.get().userMessage(),
                    trace(error));
        }
        if (error instanceof LinkageError) {
            return new Problem(
                    "The numerical library could not be started on this machine.",
                    "Driftscope needs a 64-bit system; the details name the library that is missing.",
                    trace(error));
        }
        return new Problem(
                doing + " failed unexpectedly.",
                "This is a fault in Driftscope. The details below and the log file help to find it.",
                trace(error));
    }

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
