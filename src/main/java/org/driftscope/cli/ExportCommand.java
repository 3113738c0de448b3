package org.driftscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.ChipOptions;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.Warnings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.io.bench.NetworkExport;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.support.OutputPlaces;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a chip makes of a network as an ONNX file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the drifted network, or the calibrated one, as an ONNX file that any runtime runs.")
final class ExportCommand extends CliCommand {
    @Parameters(paramLabel = "MODEL", description = "ONNX file.")
    Path model;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "ONNX file to write, or the folder for PEFT.")
    Path out;

    @Option(
            names = "--adapters",
            paramLabel = "FILE",
            description = "Take adapters along that calibrate --save wrote for this chip.")
    @Nullable
    Path adapters;

    @Option(
            names = "--adapters-as",
            paramLabel = "FORM",
            defaultValue = "folded",
            description =
                    "folded (into the weights), nodes (A, B, scale and bias as nodes of the graph) or peft (a folder with"
                            + " adapter_config.json, adapter_model.safetensors and drifted.onnx).")
    NetworkExport.Form form;

    @Mixin
    ChipOptions chip;

    @Mixin
    OutputOptions output;

    /** The JSON document. */
    record Report(String file, boolean calibrated, List<String> notes) {}

    @Override
    public Integer call() {
        if (!chip.drifts()) {
            throw misused(
                    "Say what the chip does: --drift and --seed, or --device and --age. Without them the file would be"
                            + " MODEL itself.");
        }
        if (adapters == null && form != NetworkExport.Form.FOLDED) {
            throw misused("--adapters-as needs --adapters.");
        }
        ChipSpec spec = chip.spec(0);
        if (form == NetworkExport.Form.PEFT) {
            OutputPlaces.requireFolder(out);
        } else {
            OutputPlaces.requireFile(out);
        }
        Network network = OnnxReader.read(model);
        PrintWriter err = err();
        List<String> left =
                NetworkExport.write(out, network, chip.layers(), spec, adapters, form, output.progress(err), cancel());
        new Warnings(err, left);
        PrintWriter to = out();
        if (output.json) {
            Json.print(to, new Report(out.toString(), adapters != null, left));
        } else {
            to.println((adapters == null ? "The drifted network is in " : "The calibrated network is in ") + out);
        }
        return ExitCodes.OK;
    }
}
