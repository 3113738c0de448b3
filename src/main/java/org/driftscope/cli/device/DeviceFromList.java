package org.driftscope.cli.device;

import java.nio.file.Path;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.TableOption;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.device.measured.MeasuredDevice;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.io.device.FittedDevice;
import org.driftscope.io.device.ListedDevices;
import org.driftscope.io.device.ValueUnit;
import org.driftscope.support.OutputPlaces;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a device of a short list, as other simulators take it. */
@Command(
        name = "from-list",
        mixinStandardHelpOptions = true,
        description =
                "Make a device of a list of states: conductance and standard deviation (NeuroSim's mem_states.csv), or"
                        + " conductance, mean and standard deviation of a drift exponent.")
public final class DeviceFromList extends CliCommand {
    private static final double MOST_FIRST_READ = 1e6;

    @Parameters(paramLabel = "FILE", description = "CSV or TSV, also gz, with or without headings.")
    Path file;

    @Option(names = "--out", required = true, paramLabel = "DEVICE", description = "Device file to write (YAML).")
    Path out;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            converter = TableOption.UnitConverter.class,
            description = "S, mS, uS or nS (default: as the numbers say).")
    @Nullable
    ValueUnit unit;

    @Option(
            names = "--t0",
            paramLabel = "S",
            description = "First read, from which the power law counts (default: 20 s).")
    double firstRead = 20;

    @Override
    public Integer call() {
        if (!(firstRead > 0 && firstRead <= MOST_FIRST_READ)) {
            throw new SpecException("--t0", firstRead, "above 0, up to a million seconds");
        }
        OutputPlaces.requireFile(out);
        FittedDevice.requireApart(file, out);
        MeasuredDevice device = ListedDevices.read(file, FittedDevice.name(out), unit, firstRead);
        DeviceFiles.write(device, out);
        out().println(out + ": " + device.origin());
        return ExitCodes.OK;
    }
}
