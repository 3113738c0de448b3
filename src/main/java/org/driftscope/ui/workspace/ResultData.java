package org.driftscope.ui.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.report.RepeatCommand;
import org.driftscope.report.SettingColumns;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.state.PointOrigin;
import org.jspecify.annotations.Nullable;

/** Numbers with all that they were made with, as keys and values for tables and for files' metadata. */
public final class ResultData {
    private ResultData() {}

    /** One row of the recovery chart's table. */
    public static Map<String, String> of(CalibrationPoint point, KnownFiles files) {
        PointOrigin origin = point.origin();
        ExperimentSpec spec = point.spec();
        Map<String, String> data = new LinkedHashMap<>();
        data.put("name", point.name());
        data.putAll(of(origin, point.clean().images()));
        data.putAll(SettingColumns.of(spec));
        data.put("clean_percent", percent(point.clean().top1()));
        data.put("drifted_percent", percent(point.drifted().top1()));
        data.put("calibrated_percent", percent(point.calibrated().top1()));
        data.put("standard_error_percent", percent(point.calibrated().standardError()));
        data.put("recovered_percent", percent(point.recovered().orElse(Double.NaN)));
        data.put("updated_parameters", Long.toString(point.parameters()));
        data.put("updated_percent", FigureTable.measured(point.percent()));
        data.put("sram_bits", point.sramBits() == CalibrationPoint.UNKNOWN_BITS ? "" : Long.toString(point.sramBits()));
        data.put("calibration_seconds", FigureTable.measured(point.seconds()));
        data.put("notes", String.join(" ", point.notes()));
        data.putAll(build(origin));
        data.put("command", command(spec, origin, point.clean().images(), files));
        return data;
    }

    /** A chip before calibration. */
    public static Map<String, String> ofChip(ChipChoice chip) {
        return SettingColumns.ofChip(
                new ExperimentSpec(chip.spec(), chip.drifting(), LayerChoice.all(), CalibrationSpec.defaults()));
    }

    /** Network and images. @param scored number of images */
    public static Map<String, String> of(PointOrigin origin, int scored) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("model", origin.model().name());
        data.put("model_sha256", origin.model().sha256());
        data.put("images", origin.images().name());
        data.put("images_sha256", origin.images().sha256());
        data.put("n", Integer.toString(scored));
        data.put("calibration_images", origin.calibrationImages().name());
        data.put("calibration_images_sha256", origin.calibrationImages().sha256());
        data.put("preprocessing", preprocessing(origin.preprocessing()));
        return data;
    }

    /** Which program made it, and when. */
    public static Map<String, String> build(PointOrigin origin) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("version", origin.version());
        data.put("commit", origin.commit());
        data.put("made_at", origin.madeAt() == null ? "" : Objects.toString(origin.madeAt()));
        return data;
    }

    /** "" where it cannot be told. */
    static String command(ExperimentSpec spec, PointOrigin origin, int scored, KnownFiles files) {
        return RepeatCommand.line(spec, inputs(origin, scored, files)).orElse("");
    }

    /** Of a chip that was not calibrated; "" where it cannot be told. */
    public static String driftedCommand(ChipChoice chip, PointOrigin origin, int scored, KnownFiles files) {
        return RepeatCommand.driftedLine(chip.spec(), chip.drifting(), inputs(origin, scored, files))
                .orElse("");
    }

    private static RepeatCommand.Inputs inputs(PointOrigin origin, int scored, KnownFiles files) {
        return new RepeatCommand.Inputs(
                files.place(origin.model()),
                files.place(origin.images()),
                files.place(origin.calibrationImages()),
                files.place(origin.statistics()),
                scored,
                origin.preprocessing());
    }

    public static String percent(double share) {
        return FigureTable.measured(100 * share);
    }

    private static String preprocessing(@Nullable Preprocessing preprocessing) {
        return preprocessing == null ? "" : preprocessing.words();
    }
}
