package org.driftscope.cli.device;

import java.io.PrintWriter;
import java.util.List;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.TextTable;
import org.driftscope.device.Age;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the devices that {@code --device} takes. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "List the devices one can choose, what they were measured for, and by whom.")
public final class DevicesCommand extends CliCommand {
    @Mixin
    OutputOptions output;

    /** One device of the command's JSON document. */
    record Row(
            String device,
            String name,
            String about,
            boolean ages,
            @Nullable ConductanceRange range,
            boolean clipToRange,
            @Nullable Double knownSeconds,
            String source) {
        static Row of(DeviceKind kind) {
            return new Row(
                    kind.id(),
                    kind.name(),
                    kind.about(),
                    kind.model().ages(),
                    kind.range(),
                    kind.clips(),
                    Double.isInfinite(kind.knownSeconds()) ? null : kind.knownSeconds(),
                    kind.model().source());
        }
    }

    @Override
    public Integer call() {
        List<Row> rows = DeviceKinds.all().stream().map(Row::of).toList();
        if (output.json) {
            Json.print(out(), rows);
            return ExitCodes.OK;
        }
        TextTable table = new TextTable("device", "ages", "range, \u00b5S", "data up to", "source");
        DeviceKinds.all()
                .forEach(kind -> table.row(
                        kind.id(),
                        kind.model().ages() ? "yes" : "no",
                        kind.measured() + (kind.clips() ? ", clipped" : ""),
                        Double.isInfinite(kind.knownSeconds()) ? "" : Age.words(kind.knownSeconds()),
                        kind.model().source()));
        PrintWriter out = out();
        table.print(out);
        DeviceKinds.all().forEach(kind -> out.println(kind.id() + ": " + kind.about()));
        return ExitCodes.OK;
    }
}
