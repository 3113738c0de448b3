package org.driftscope.ui.explorer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.report.MethodTint;
import org.driftscope.ui.charts.model.ChartNetwork;
import org.driftscope.ui.charts.model.PointScores;
import org.driftscope.ui.charts.model.RecoveryPoint;
import org.driftscope.ui.explorer.words.ChipWords;
import org.driftscope.ui.explorer.words.MethodWords;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.DataFile;
import org.driftscope.ui.state.PointOrigin;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.ResultData;
import org.jspecify.annotations.Nullable;

/**
 * Calibrations as the recovery chart shows them.
 *
 * @param open the network that is open; null before the first
 * @param openName what it is called
 * @param files where commands find their files
 */
public record ChartPoints(@Nullable Network open, String openName, KnownFiles files) {
    /** Columns of results and of what does not decide them: points may differ in these and still form a mean. */
    private static final Set<String> FREE = Set.of(
            "name",
            CalibrationSettings.RANK.name(),
            DriftSettings.SEED.name(),
            "clean_percent",
            "drifted_percent",
            "calibrated_percent",
            "standard_error_percent",
            "recovered_percent",
            "updated_parameters",
            "updated_percent",
            "sram_bits",
            "calibration_seconds",
            "notes",
            "made_at",
            "command");

    public RecoveryPoint of(CalibrationPoint point) {
        CalibrationSpec spec = point.calibration();
        Map<String, String> data = ResultData.of(point, files);
        int images = point.clean().images();
        return new RecoveryPoint(
                point.id(),
                spec.method().label(),
                MethodTint.of(spec.method()),
                spec.method().hasRank() ? spec.rank() : 0,
                point.percent(),
                point.sramBits(),
                new PointScores(
                        point.clean().top1(),
                        point.drifted().top1(),
                        point.calibrated().top1(),
                        images),
                point.chip().seed(),
                network(point),
                setup(point, images),
                MethodWords.settings(spec, layers(point)),
                kind(data),
                data,
                point.notes(),
                point.name(),
                point.hidden());
    }

    /** How many layers were calibrated; 0 where it is not known, as of all layers of another network's old trial. */
    private static int layers(CalibrationPoint point) {
        return point.layers().isEmpty()
                ? point.origin().analogLayers()
                : point.layers().size();
    }

    /** All columns that decide the numbers, but rank and seed. */
    private static String kind(Map<String, String> data) {
        return data.entrySet().stream()
                .filter(column -> !FREE.contains(column.getKey()))
                .map(column -> column.getKey() + "=" + column.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** A point that does not know its network is shown with the open one where it can be of no other size. */
    private ChartNetwork network(CalibrationPoint point) {
        DataFile model = point.origin().model();
        if (model.isRecorded()) {
            String name = model.name().isEmpty() ? "network " + shortened(model.sha256()) : model.name();
            return new ChartNetwork(model.sha256(), name);
        }
        return open != null && fits(point, open)
                ? new ChartNetwork(open.sha256(), openName)
                : ChartNetwork.NOT_RECORDED;
    }

    /** Whether the network has the point's layers, and the size that its share of updated parameters tells. */
    private static boolean fits(CalibrationPoint point, Network network) {
        Set<String> names =
                network.analogLayers().stream().map(AnalogLayer::name).collect(Collectors.toSet());
        double percent = 100.0 * point.parameters() / network.parameters();
        return point.parameters() > 0
                && names.containsAll(point.layers())
                && Math.abs(percent - point.percent()) < 1e-9 * percent;
    }

    private static Map<String, String> setup(CalibrationPoint point, int images) {
        PointOrigin origin = point.origin();
        Map<String, String> setup = new LinkedHashMap<>();
        if (!origin.model().isRecorded()) {
            setup.put("network", "network not recorded");
        }
        setup.put("scored", scored(origin.images(), images));
        setup.putAll(ChipWords.of(point.chip(), point.driftedLayers()));
        if (origin.calibrationImages().isRecorded() && point.calibration().drawsImages()) {
            setup.put("calibration images", "calibrated with " + name(origin.calibrationImages()));
        }
        if (origin.preprocessing() != null) {
            setup.put("preprocessing", origin.preprocessing().name() + " preprocessing");
        }
        if (!origin.commit().isEmpty()) {
            setup.put("build", "build " + shortened(origin.commit()));
        }
        return setup;
    }

    private static String scored(DataFile file, int images) {
        String count = String.format(Locale.ROOT, "%,d images", images);
        return file.isRecorded() ? count + " of " + name(file) : count;
    }

    private static String name(DataFile file) {
        return file.name().isEmpty() ? shortened(file.sha256()) : file.name();
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(7, hash.length()));
    }
}
