package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.ChipSpec;
import org.driftscope.ui.charts.ChartNetwork;
import org.driftscope.ui.charts.ChartsViewModel;
import org.driftscope.ui.charts.Confusions;
import org.driftscope.ui.charts.Confusions.State;
import org.driftscope.ui.charts.LayerError;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.jspecify.annotations.Nullable;

/** Keeps the charts in step with the state and the readings. */
final class ChartFeed {
    private final ExplorerViewModel explorer;
    private final ChartsViewModel charts;
    private final KnownFiles files;
    private final BackgroundRunner runner;
    private @Nullable Workspace hashed;

    /** @param files learns where what is opened lies */
    ChartFeed(ExplorerViewModel explorer, ChartsViewModel charts, KnownFiles files, BackgroundRunner runner) {
        this.explorer = explorer;
        this.files = files;
        this.runner = runner;
        this.charts = charts;
        explorer.history().stateProperty().subscribe((before, after) -> {
            if (!before.points().equals(after.points())) {
                showPoints();
                findFiles();
            }
        });
        explorer.workspaceProperty().subscribe(this::opened);
        explorer.layers().errorsProperty().subscribe(errors -> {
            charts.layerErrors()
                    .setAll(errors.entrySet().stream()
                            .map(entry -> new LayerError(
                                    entry.getKey(),
                                    entry.getValue().relativeBefore(),
                                    entry.getValue().relativeAfter()))
                            .toList());
            charts.layerSourceProperty().set(layerSource());
        });
        explorer.settings().costProperty().subscribe(cost -> charts.costs()
                .setAll(cost == null ? List.of() : cost.methods()));
        explorer.accuracy().cleanProperty().subscribe(clean -> showAccuracies());
        explorer.accuracy().driftedProperty().subscribe(drifted -> showAccuracies());
        explorer.calibration().resultProperty().subscribe(result -> {
            showAccuracies();
            charts.layerNoteProperty().set(LayerNote.of(result));
        });
    }

    private void showPoints() {
        Workspace open = explorer.workspaceProperty().get();
        ChartPoints points = open == null
                ? new ChartPoints(null, "", files)
                : new ChartPoints(open.network(), PointOrigins.name(open.files().model()), files);
        charts.points()
                .setAll(explorer.history().get().points().stream()
                        .map(points::of)
                        .toList());
    }

    private void opened(@Nullable Workspace open) {
        if (open != null) {
            Path model = open.files().model();
            files.add(open.network().sha256(), model);
            charts.openNetworkProperty().set(new ChartNetwork(open.network().sha256(), PointOrigins.name(model)));
            showPoints();
            findFiles();
        }
    }

    /** Learns where the files of points lie, once there are points: whole files are read for their hashes. */
    private void findFiles() {
        Workspace open = explorer.workspaceProperty().get();
        if (open == null || !open.hasImages() || open == hashed || explorer.history().get().points().isEmpty()) {
            return;
        }
        hashed = open;
        OpenRequest request = open.files();
        Path calibration = request.calibration();
        runner.run(Job.<List<String>>of(
                "Reading the images' hashes",
                (progress, cancel) -> List.of(open.imagesSha256(), open.calibrationSha256()),
                hashes -> {
                    files.add(hashes.get(0), request.scored());
                    files.add(hashes.get(1), calibration == null ? request.scored() : calibration);
                    request.statistics().forEach(known -> files.add(known.sha256(), known.file()));
                    showPoints();
                },
                // commands name the files without their folders then
                error -> {}));
    }

    /** Of the errors after drift, and of the calibration whose errors stand beside them. */
    private Map<String, String> layerSource() {
        Calibrated calibrated = explorer.calibration().resultProperty().get();
        if (calibrated != null) {
            return ResultData.of(calibrated.point(), files);
        }
        ChipSpec surveyed = explorer.surveyedChip();
        return surveyed == null ? Map.of() : ResultData.ofChip(surveyed);
    }

    private void showAccuracies() {
        Accuracy clean = explorer.accuracy().cleanProperty().get();
        DriftReading drifted = explorer.accuracy().driftedProperty().get();
        Calibrated calibrated = explorer.calibration().resultProperty().get();
        Workspace open = explorer.workspaceProperty().get();
        Map<State, int[][]> counts = new EnumMap<>(State.class);
        Map<State, Map<String, String>> sources = new EnumMap<>(State.class);
        if (clean != null) {
            counts.put(State.CLEAN, clean.confusion());
        }
        if (drifted != null) {
            counts.put(State.DRIFTED, drifted.accuracy().confusion());
            sources.put(State.DRIFTED, ResultData.ofChip(drifted.spec()));
        }
        if (calibrated != null) {
            counts.put(State.CALIBRATED, calibrated.accuracy().confusion());
            sources.put(State.CALIBRATED, ResultData.of(calibrated.point(), files));
        }
        charts.confusionsProperty()
                .set(open == null || counts.isEmpty() ? null : new Confusions(open.classNames(), counts, sources));
    }
}
