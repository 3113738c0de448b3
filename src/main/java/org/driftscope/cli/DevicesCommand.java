package org.driftscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.driftscope.device.Age;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the devices that {@code --device} takes. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "List the devices one can choose, what they were measured for, and by whom.")
final class DevicesCommand implements Callable<Integer> {
    @Spec
    CommandSpec command;

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
            Json.print(command.commandLine().getOut(), rows);
            return ExitCodes.OK;
        }
        TextTable table = new TextTable("device", "ages", "range, \u00b5S", "data up to", "source");
        rows.forEach(row -> table.row(row.device(), row.ages() ? "yes" : "no", range(row), known(row), row.source()));
        table.print(command.commandLine().getOut());
        rows.forEach(row -> command.commandLine().getOut().println(row.device() + ": " + row.about()));
        return ExitCodes.OK;
    }

    private static String range(Row row) {
        ConductanceRange range = row.range();
        return range == null
                ? "any"
                : String.format(Locale.ROOT, "%.4g to %.4g", range.gMinUs(), range.gMaxUs())
                        + (row.clipToRange() ? ", clipped" : "");
    }

    private static String known(Row row) {
        Double seconds = row.knownSeconds();
        return seconds == null ? "" : Age.words(seconds);
    }
}
