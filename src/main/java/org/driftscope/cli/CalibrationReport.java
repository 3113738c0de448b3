package org.driftscope.cli;

import java.io.PrintWriter;
import java.util.List;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.Provenance;
import org.jspecify.annotations.Nullable;

/** The answer of {@code calibrate} and {@code demo}, as JSON document and as a short table. */
record CalibrationReport(
        int images,
        double cleanTop1,
        double driftedTop1,
        double calibratedTop1,
        double standardError,
        @Nullable Double recovered,
        long updatedParameters,
        double updatedPercent,
        long sramBits,
        long rramWrites,
        double calibrationSeconds,
        long seed,
        String chip,
        String method,
        int rank,
        int samples,
        List<ExperimentResult.Layer> layers,
        List<String> notes,
        List<String> warnings,
        Provenance provenance) {

    static CalibrationReport of(
            ExperimentSpec spec, ExperimentResult result, List<String> warnings, Provenance provenance) {
        return new CalibrationReport(
                result.clean().images(),
                result.clean().top1(),
                result.drifted().top1(),
                result.calibrated().top1(),
                result.calibrated().standardError(),
                result.recovered(),
                result.updatedParameters(),
                result.updatedPercent(),
                result.sramBits(),
                result.rramWrites(),
                result.calibrationSeconds(),
                spec.chip().seed(),
                spec.chip().describe(),
                spec.calibration().describe(),
                spec.calibration().rank(),
                spec.calibration().samples(),
                result.layers(),
                result.notes(),
                warnings,
                provenance);
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            Json.print(out, this);
        } else {
            printTable(out);
        }
    }

    private void printTable(PrintWriter out) {
        TextTable table = new TextTable("", "");
        table.row("clean accuracy", Numbers.percent(cleanTop1) + " %");
        table.row("after drift", Numbers.percent(driftedTop1) + " %");
        table.row("after " + method + " calibration", Numbers.percent(calibratedTop1) + " %");
        table.row("share of the loss recovered", Numbers.percentOrNone(recovered));
        table.row(
                "parameters updated",
                Numbers.count(updatedParameters) + " (" + Numbers.percent(updatedPercent / 100) + " %)");
        table.row("SRAM bits", Numbers.count(sramBits));
        table.row("RRAM cells rewritten", Numbers.count(rramWrites));
        table.row("seconds to calibrate", Numbers.seconds(calibrationSeconds));
        table.print(out);
        out.printf(
                "%d images, standard error %s points, %d calibration images, seed %d%n",
                images, Numbers.percent(standardError), samples, seed);
        notes.forEach(out::println);
    }
}
