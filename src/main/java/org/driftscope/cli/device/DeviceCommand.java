package org.driftscope.cli.device;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.command.CommandGroup;
import org.driftscope.cli.option.TableOption;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.device.Age;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.measured.DeviceFit;
import org.driftscope.device.measured.DriftTable;
import org.driftscope.device.measured.FitOptions;
import org.driftscope.device.measured.Measurements;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.io.device.FittedDevice;
import org.driftscope.io.device.MeasurementFiles;
import org.driftscope.io.files.Hashes;
import org.driftscope.support.FileNames;
import org.driftscope.support.OutputPlaces;
import org.driftscope.support.PlainText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Devices of one's own. */
@Command(
        name = "device",
        mixinStandardHelpOptions = true,
        description = "Make a device of measured cells, or show one.",
        subcommands = {DeviceCommand.Fit.class, DeviceFromList.class, DeviceShow.class})
public final class DeviceCommand extends CommandGroup {
    /** Fits a device to a table of measurements. */
    @Command(
            name = "fit",
            mixinStandardHelpOptions = true,
            description =
                    "Fit how measured cells move, on average and in spread, by conductance and time, and write a small"
                            + " file that --device takes.")
    static final class Fit extends CliCommand {
        @Parameters(paramLabel = "FILE", description = "Measurements: CSV or TSV, also gz, or NPZ.")
        Path file;

        @Option(names = "--out", required = true, paramLabel = "DEVICE", description = "Device file to write (YAML).")
        Path out;

        @Mixin
        TableOption table;

        @Option(names = "--name", paramLabel = "NAME", description = "The device's name (default: the file's).")
        @Nullable
        String name;

        @Option(names = "--about", paramLabel = "TEXT", description = "One sentence about it.")
        String about = "";

        @Option(names = "--source", paramLabel = "TEXT", description = "Who measured it: author, year, paper.")
        String source = "";

        @Option(names = "--g-min", paramLabel = "US", description = "Lowest conductance to fit and use, \u00b5S.")
        double gMinUs = Double.NaN;

        @Option(names = "--g-max", paramLabel = "US", description = "Highest conductance to fit and use, \u00b5S.")
        double gMaxUs = Double.NaN;

        @Option(
                names = "--bins",
                paramLabel = "N",
                description = "Conductances to tell apart (default: as many as the cells bear, up to 32).")
        int bins;

        @Option(
                names = "--replayed",
                description = "Keep whole paths of measured cells, up to 2000; each simulated cell takes one that began"
                        + " near it.")
        boolean replayed;

        @Option(names = "--json", description = "Print one JSON document on stdout and nothing else there.")
        boolean json;

        /** The command's JSON document. */
        record Report(
                String file,
                String sha256,
                String device,
                long rows,
                int cells,
                ConductanceRange range,
                DriftTable table,
                List<String> notes) {}

        @Override
        public Integer call() {
            FitOptions options = new FitOptions(gMinUs, gMaxUs, bins);
            String called = name == null ? FittedDevice.name(out) : FileNames.require("--name", name);
            OutputPlaces.requireFile(out);
            FittedDevice.requireApart(file, out);
            Measurements measurements = MeasurementFiles.open(file, table.options());
            DeviceFit fit = DeviceFit.of(measurements, options, cancel());
            DeviceFiles.write(FittedDevice.of(fit, file, called, about, source, replayed), out);
            PrintWriter to = out();
            if (json) {
                Json.print(
                        to,
                        new Report(
                                file.toString(),
                                Hashes.sha256(file),
                                out.toString(),
                                fit.rows(),
                                fit.cells(),
                                fit.range(),
                                fit.table(),
                                fit.notes()));
            } else {
                print(to, fit);
            }
            return ExitCodes.OK;
        }

        private void print(PrintWriter to, DeviceFit fit) {
            FitTable.print(to, fit.table());
            fit.notes().forEach(note -> err().println("note: " + PlainText.lines(note)));
            to.println(out + ": " + fit.cells() + " cells, " + fit.rows() + " rows, up to "
                    + Age.words(fit.table().lastSeconds())
                    + (replayed ? "; " + fit.paths().count() + " paths to replay" : ""));
        }
    }
}
