package org.driftscope.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.driftscope.support.CancelToken;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One command: where it prints, and what calls it off. Gives its exit code. */
public abstract class CliCommand implements Callable<Integer> {
    @Spec
    protected CommandSpec command;

    /** Results. */
    protected final PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Warnings and progress. */
    protected final PrintWriter err() {
        return command.commandLine().getErr();
    }

    protected final CancelToken cancel() {
        return Interrupts.token(command);
    }

    /** Options that make no sense as they stand. */
    protected final ParameterException misused(String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
