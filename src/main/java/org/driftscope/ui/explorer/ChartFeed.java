package org.driftscope.ui.explorer;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.Mistakes;
import org.driftscope.ui.charts.model.ChartNetwork;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.Confusions;
import org.driftscope.ui.charts.model.Confusions.State;
import org.driftscope.ui.charts.model.FigureSource;
import org.driftscope.ui.charts.model.LayerErrorBar;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.PointOrigins;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Keeps the charts in step with the state and the readings. */
public final class ChartFeed {
    private static final String STALE = "Of the settings before; those set now are being measured.";

    private final ExplorerViewModel explorer;
    private final ChartsViewModel charts;
    private final KnownFiles files;
    private final BackgroundRunner runner;
    private @Nullable Workspace hashed;

    /** @param files learns where what is opened lies */
    public ChartFeed(ExplorerViewModel explorer, ChartsViewModel charts, KnownFiles files, BackgroundRunner runner) {
        this.explorer = explorer;
        this.files = files;
        this.runner = runner;
        this.charts = charts;
        explorer.history().stateProperty().subscribe((before, after) -> {
            if (!before.points().equals(after.points())) {
                showPoints();
                findFiles();
            }
            if (!before.onChip().equals(after.onChip())) {
                markStale();
            }
        });
        explorer.workspaceProperty().subscribe(this::opened);
        explorer.layers().errorsProperty().subscribe(errors -> {
            charts.layerErrors()
                    .setAll(errors.entrySet().stream()
                            .map(entry -> new LayerErrorBar(
                                    entry.getKey(),
                                    entry.getValue().relativeBefore(),
                                    entry.getValue().relativeAfter()))
                            .toList());
            charts.layerSourceProperty().set(layerSource());
            markStale();
        });
        explorer.settings().costProperty().subscribe(cost -> {
            charts.costs().setAll(cost == null ? List.of() : cost.methods());
            charts.inferenceProperty()
                    .set(cost == null ? null : cost.inference().orElse(null));
        });
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
        if (open == null
                || !open.hasImages()
                || open == hashed
                || explorer.history().get().points().isEmpty()) {
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
    private FigureSource layerSource() {
        Workspace open = explorer.workspaceProperty().get();
        Calibrated calibrated = explorer.calibration().resultProperty().get();
        if (open != null && calibrated != null) {
            return new FigureSources(open, files).calibrated(calibrated);
        }
        LayerSurvey.Surveyed surveyed = explorer.layerSurvey().surveyed();
        return surveyed == null
                ? FigureSource.NONE
                : new FigureSources(surveyed.open(), files).surveyed(surveyed.chip(), surveyed.fit());
    }

    /** Says so where what is measured on a chip lags behind the one that is set. */
    private void markStale() {
        ChipChoice set = explorer.history().get().onChip();
        LayerSurvey.Surveyed surveyed = explorer.layerSurvey().surveyed();
        DriftReading drifted = explorer.accuracy().driftedProperty().get();
        boolean other = surveyed != null
                && surveyed.open() == explorer.workspaceProperty().get()
                && !surveyed.chip().equals(set);
        charts.layerStaleProperty().set(other ? STALE : "");
        charts.classesStaleProperty().set(drifted != null && !drifted.asked().equals(set) ? STALE : "");
    }

    private void showAccuracies() {
        Accuracy clean = explorer.accuracy().cleanProperty().get();
        DriftReading drifted = explorer.accuracy().driftedProperty().get();
        Calibrated calibrated = explorer.calibration().resultProperty().get();
        Workspace open = explorer.workspaceProperty().get();
        Map<State, Mistakes> counts = new EnumMap<>(State.class);
        Map<State, FigureSource> sources = new EnumMap<>(State.class);
        if (open == null) {
            charts.confusionsProperty().set(null);
            return;
        }
        FigureSources made = new FigureSources(open, files);
        if (clean != null) {
            counts.put(State.CLEAN, clean.mistakes());
            sources.put(State.CLEAN, made.clean());
        }
        if (drifted != null) {
            counts.put(State.DRIFTED, drifted.accuracy().mistakes());
            sources.put(State.DRIFTED, made.drifted(drifted.asked()));
        }
        if (calibrated != null) {
            counts.put(State.CALIBRATED, calibrated.accuracy().mistakes());
            sources.put(State.CALIBRATED, made.calibrated(calibrated));
        }
        charts.confusionsProperty().set(counts.isEmpty() ? null : new Confusions(open.classNames(), counts, sources));
        markStale();
    }
}
