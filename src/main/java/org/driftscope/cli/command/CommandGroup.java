package org.driftscope.cli.command;

import org.driftscope.cli.output.ExitCodes;

/** A command that is only the name of several others: alone it says what there is. */
public abstract class CommandGroup extends CliCommand {
    @Override
    public Integer call() {
        command.commandLine().usage(out());
        return ExitCodes.OK;
    }
}
