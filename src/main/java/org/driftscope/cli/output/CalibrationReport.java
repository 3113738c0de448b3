package org.driftscope.cli.output;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.method.Fit;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.safetensors.StatisticsFile;
import org.jspecify.annotations.Nullable;

/** The answer of {@code calibrate} and {@code demo}, as JSON document and as a short table. */
public record CalibrationReport(
        int images,
        @Nullable Double cleanTop1,
        @Nullable Double driftedTop1,
        @Nullable Double calibratedTop1,
        @Nullable Double standardError,
        @Nullable Double cleanTop5,
        @Nullable Double driftedTop5,
        @Nullable Double calibratedTop5,
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
        @Nullable Statistics statistics,
        List<ExperimentResult.Layer> layers,
        List<String> notes,
        List<String> warnings,
        Provenance provenance,
        @JsonIgnore Map<TrialColumn, Double> later) {

    /** The file that stood in for calibration images. @param images that it was gathered on */
    public record Statistics(String file, String sha256, long bytes, int images) {
        public static Statistics of(StatisticsFile read) {
            return new Statistics(
                    read.file().toString(),
                    read.sha256(),
                    read.bytes(),
                    read.statistics().images());
        }
    }

    public static CalibrationReport of(
            ExperimentSpec spec,
            ExperimentResult result,
            @Nullable Statistics statistics,
            List<String> warnings,
            Provenance provenance) {
        return new CalibrationReport(
                result.clean().images(),
                result.clean().top1(),
                result.driftedTop1(),
                result.calibratedTop1(),
                result.calibrated().standardError(),
                result.clean().top5(),
                result.drifted().top5(),
                result.calibrated().top5(),
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
                samples(spec, statistics),
                statistics,
                result.layers(),
                result.notes(),
                warnings,
                provenance,
                later(result));
    }

    /** Numbers that came later, which have no field of their own. */
    private static Map<TrialColumn, Double> later(ExperimentResult result) {
        TrialOutcome outcome = TrialOutcome.of(result);
        Map<TrialColumn, Double> later = new LinkedHashMap<>();
        TrialColumns.later().forEach(column -> {
            if (outcome.numbers().containsKey(column.name())) {
                later.put(column, outcome.number(column.name()));
            }
        });
        return later;
    }

    /** The same beside the fields of the document. */
    @JsonAnyGetter
    public Map<String, Double> laterByName() {
        Map<String, Double> byName = new LinkedHashMap<>();
        later.forEach((column, number) -> byName.put(column.name(), number));
        return byName;
    }

    /** Without accuracies, where there are no labelled images. */
    public static CalibrationReport unscored(
            ExperimentSpec spec,
            Fit fit,
            @Nullable Statistics statistics,
            List<String> warnings,
            Provenance provenance) {
        return new CalibrationReport(
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                fit.correction().updatedParameters(),
                fit.updatedPercent(),
                fit.correction().sramBits(),
                fit.correction().rramWrites(),
                fit.seconds(),
                spec.chip().seed(),
                spec.chip().describe(),
                spec.calibration().describe(),
                spec.calibration().rank(),
                samples(spec, statistics),
                statistics,
                fit.layers(),
                fit.notes(),
                warnings,
                provenance,
                Map.of());
    }

    private static int samples(ExperimentSpec spec, @Nullable Statistics statistics) {
        return statistics == null ? spec.calibration().samples() : 0;
    }

    public void print(PrintWriter out, boolean json) {
        if (json) {
            Json.print(out, this);
        } else {
            printTable(out);
        }
    }

    private void printTable(PrintWriter out) {
        TextTable table = new TextTable("", "");
        if (calibratedTop1 != null) {
            table.row("clean accuracy (top-5)", both(cleanTop1, cleanTop5));
            table.row("after drift", both(driftedTop1, driftedTop5));
            table.row("after " + method + " calibration", both(calibratedTop1, calibratedTop5));
            table.row("share of the loss recovered", Numbers.percentOrNone(recovered));
        } else {
            table.row("mean feature error after drift", Numbers.error(mean(ExperimentResult.Layer::errorBefore)));
            table.row("after " + method + " calibration", Numbers.error(mean(ExperimentResult.Layer::errorAfter)));
        }
        table.row(
                "parameters updated",
                Numbers.count(updatedParameters) + " (" + Numbers.parametersPercent(updatedPercent) + " %)");
        table.row("SRAM bits", Numbers.count(sramBits));
        table.row("RRAM cells rewritten", Numbers.count(rramWrites));
        table.row("seconds to calibrate", Numbers.seconds(calibrationSeconds));
        later.forEach((column, number) -> table.row(column.label(), column.text(column.inPercent(number))));
        table.print(out);
        out.println(scoring() + source() + ", seed " + seed);
        notes.forEach(out::println);
    }

    private static String both(@Nullable Double top1, @Nullable Double top5) {
        return Numbers.percentOrNone(top1) + " (" + Numbers.percentOrNone(top5) + ")";
    }

    private double mean(ToDoubleFunction<ExperimentResult.Layer> error) {
        return layers.stream().mapToDouble(error).average().orElse(Double.NaN);
    }

    private String scoring() {
        return standardError == null
                ? "Not scored: no labelled images, "
                : images + " images, standard error " + Numbers.percent(standardError) + " points, ";
    }

    private String source() {
        return statistics == null
                ? samples + " calibration images"
                : "no calibration images (statistics of " + statistics.images() + " factory images, "
                        + Numbers.bytes(statistics.bytes()) + ")";
    }
}
