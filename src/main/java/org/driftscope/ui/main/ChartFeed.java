package org.driftscope.ui.main;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.calibration.CalibrationSpec;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.ui.charts.ChartsViewModel;
import org.driftscope.ui.charts.Confusions;
import org.driftscope.ui.charts.Confusions.State;
import org.driftscope.ui.charts.LayerError;
import org.driftscope.ui.charts.RecoveryPoint;
import org.driftscope.ui.state.CalibrationPoint;

/** Keeps the charts in step with the state and the readings. */
final class ChartFeed {
    private final ExplorerViewModel explorer;
    private final ChartsViewModel charts;

    ChartFeed(ExplorerViewModel explorer, ChartsViewModel charts) {
        this.explorer = explorer;
        this.charts = charts;
        explorer.history().stateProperty().subscribe((before, after) -> {
            if (!before.points().equals(after.points())) {
                showPoints(after.points());
            }
        });
        explorer.layers().errorsProperty().subscribe(errors -> charts.layerErrors()
                .setAll(errors.entrySet().stream()
                        .map(entry -> new LayerError(
                                entry.getKey(),
                                entry.getValue().before(),
                                entry.getValue().after()))
                        .toList()));
        explorer.settings().costProperty().subscribe(cost -> charts.costs()
                .setAll(cost == null ? List.of() : cost.methods()));
        explorer.accuracy().cleanProperty().subscribe(clean -> showAccuracies());
        explorer.accuracy().driftedProperty().subscribe(drifted -> showAccuracies());
        explorer.calibration().resultProperty().subscribe(result -> {
            showAccuracies();
            charts.layerNoteProperty().set(LayerNote.of(result));
        });
    }

    private void showPoints(List<CalibrationPoint> points) {
        charts.points().setAll(points.stream().map(ChartFeed::point).toList());
    }

    private static RecoveryPoint point(CalibrationPoint point) {
        CalibrationSpec spec = point.calibration();
        return new RecoveryPoint(
                point.id(),
                spec.method().label(),
                spec.method().hasRank() ? spec.rank() : 0,
                point.percent(),
                point.calibrated().top1(),
                point.calibrated().standardError(),
                point.chip().seed(),
                settings(point),
                point.notes(),
                point.name(),
                point.hidden());
    }

    /** What tells one series of a method from another. */
    private static Map<String, String> settings(CalibrationPoint point) {
        CalibrationSpec spec = point.calibration();
        CrossbarSpec crossbar = point.chip().crossbar();
        Map<String, String> settings = new LinkedHashMap<>();
        double drift = point.chip().drift() instanceof RelativeGaussianDrift gaussian ? gaussian.relativeDrift() : 0;
        settings.put("relative drift", String.format(Locale.US, "%.3g %% drift", drift * 100));
        settings.put("mapping", crossbar.mapping().id());
        settings.put("on/off ratio", onOff(crossbar));
        settings.put("levels", crossbar.levels() == 0 ? "continuous" : crossbar.levels() + " levels");
        settings.putAll(MethodWords.settings(spec, point.layers().size()));
        return settings;
    }

    private static String onOff(CrossbarSpec crossbar) {
        double ratio = crossbar.range().onOffRatio();
        return Double.isInfinite(ratio) ? "on/off ∞" : String.format(Locale.US, "on/off %.4g", ratio);
    }

    private void showAccuracies() {
        Accuracy clean = explorer.accuracy().cleanProperty().get();
        DriftReading drifted = explorer.accuracy().driftedProperty().get();
        Calibrated calibrated = explorer.calibration().resultProperty().get();
        Workspace open = explorer.workspaceProperty().get();
        charts.cleanProperty().set(clean == null ? Double.NaN : clean.top1());
        charts.driftedProperty()
                .set(drifted == null ? Double.NaN : drifted.accuracy().top1());
        Map<State, int[][]> counts = new EnumMap<>(State.class);
        if (clean != null) {
            counts.put(State.CLEAN, clean.confusion());
        }
        if (drifted != null) {
            counts.put(State.DRIFTED, drifted.accuracy().confusion());
        }
        if (calibrated != null) {
            counts.put(State.CALIBRATED, calibrated.accuracy().confusion());
        }
        charts.confusionsProperty()
                .set(open == null || counts.isEmpty() ? null : new Confusions(open.classNames(), counts));
    }
}
