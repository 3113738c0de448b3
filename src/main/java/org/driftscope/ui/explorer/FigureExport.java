package org.driftscope.ui.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.Provenance;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureColumn;
import org.driftscope.figure.chart.TabledFigure;
import org.driftscope.figure.chart.bar.HistogramChart;
import org.driftscope.figure.chart.map.HeatmapChart;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.charts.ChartsView;
import org.driftscope.ui.export.ExportDialog;
import org.driftscope.ui.export.ExportViewModel;
import org.driftscope.ui.heatmap.model.CellView;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.driftscope.ui.heatmap.model.MapKind;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.state.PointOrigin;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.Desktop;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.PointOrigins;
import org.driftscope.ui.workspace.ResultData;
import org.driftscope.ui.workspace.Workspace;

/** Opens the export dialog on everything that can be exported now. */
public final class FigureExport {
    private static final String PANEL = "Whole panel";

    private final Window owner;
    private final Desktop desktop;
    private final Appearance looks;
    private final ExplorerViewModel explorer;
    private final HeatmapViewModel maps;
    private final ChartsView charts;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private final KnownFiles places;
    private Supplier<List<NamedFigure>> studies = List::of;

    public FigureExport(
            Window owner,
            Desktop desktop,
            Appearance looks,
            ExplorerViewModel explorer,
            HeatmapViewModel maps,
            ChartsView charts,
            BackgroundRunner runner,
            ProblemSink problems,
            KnownFiles places) {
        this.owner = owner;
        this.desktop = desktop;
        this.looks = looks;
        this.explorer = explorer;
        this.maps = maps;
        this.charts = charts;
        this.runner = runner;
        this.problems = problems;
        this.places = places;
    }

    /** What gives the figures of finished studies; and of partial sums; set once there are windows for them. */
    public void alsoOf(Supplier<List<NamedFigure>> figures) {
        studies = figures;
    }

    /** The maps first. */
    public void ofMaps() {
        open(join(withPanel(join(mapFigures(), charts.figures())), studies.get()));
    }

    /** The chart that is shown first. */
    public void ofCharts() {
        open(join(withPanel(join(charts.figures(), mapFigures())), studies.get()));
    }

    /** What a window beside the main one shows first, then what others do. */
    public void ofCompanion(Optional<NamedFigure> own) {
        List<NamedFigure> first = own.stream().toList();
        List<NamedFigure> others = studies.get().stream()
                .filter(figure -> first.stream().noneMatch(one -> one.name().equals(figure.name())))
                .toList();
        open(join(first, join(others, join(mapFigures(), charts.figures()))));
    }

    /** What numbers of a chip before calibration are made with, the command that gives them included. */
    public Map<String, String> sourceOf(Workspace open, ChipChoice chip) {
        return new FigureSources(open, places).drifted(chip).data();
    }

    /** What is on screen: the maps in a row, each by itself, their histogram, and last the chart in front. */
    public List<NamedFigure> onScreen() {
        return join(mapFigures(), charts.figures().stream().limit(1).toList());
    }

    /** Adds what is on screen as one figure: the maps in a row, their histogram, and the chart in front. */
    private List<NamedFigure> withPanel(List<NamedFigure> figures) {
        List<Figure> parts = new ArrayList<>();
        Map<String, String> source = new LinkedHashMap<>();
        maps.row().ifPresent(parts::add);
        histogram().ifPresent(parts::add);
        addSource(source, "Maps", mapSource());
        charts.figures().stream().limit(1).forEach(chart -> {
            parts.add(chart.figure());
            addSource(source, chart.name(), chart.provenance());
        });
        return parts.size() < 2
                ? figures
                : join(figures, List.of(new NamedFigure(PANEL, new FigureColumn(PANEL, parts), source)));
    }

    private static void addSource(Map<String, String> all, String part, Map<String, String> source) {
        source.forEach((key, value) -> all.put(part + ": " + key, value));
    }

    private static List<NamedFigure> join(List<NamedFigure> first, List<NamedFigure> then) {
        List<NamedFigure> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    /** All maps in one row first, then each by itself. */
    private List<NamedFigure> mapFigures() {
        List<NamedFigure> figures = new ArrayList<>();
        Map<String, String> source = mapSource();
        maps.row().ifPresent(row -> figures.add(new NamedFigure("Maps side by side", row, source)));
        for (MapKind kind : MapKind.values()) {
            maps.figure(kind)
                    .ifPresent(
                            map -> figures.add(new NamedFigure(kind.title() + " map", HeatmapChart.of(map), source)));
        }
        histogram().ifPresent(histogram -> figures.add(new NamedFigure("Histogram", histogram, source)));
        return figures;
    }

    private Optional<HistogramChart> histogram() {
        CellView view = maps.viewProperty().get();
        String unit = view.unit().isEmpty() ? "" : " (" + view.unit() + ")";
        return maps.histogram()
                .map(histogram -> HistogramChart.of(maps.placeTitle(), view.plainTitle() + unit, histogram));
    }

    /** What the picture was made with, whatever is set by now. */
    private Map<String, String> mapSource() {
        LivePicture.Shown shown = explorer.picture().shown();
        LayerPicture picture = maps.pictureProperty().get();
        if (shown == null || picture == null) {
            return Map.of();
        }
        Map<String, String> source = new LinkedHashMap<>();
        source.put("layer", picture.name());
        Calibrated calibrated = shown.calibrated();
        Workspace open = explorer.workspaceProperty().get();
        if (calibrated != null) {
            source.putAll(ResultData.of(calibrated.point(), places));
        } else if (open != null) {
            source.putAll(new FigureSources(open, places).drifted(shown.chip()).data());
        }
        return source;
    }

    private void open(List<NamedFigure> figures) {
        Workspace open = explorer.workspaceProperty().get();
        if (open == null || figures.isEmpty()) {
            return;
        }
        OpenRequest files = open.files();
        CalibrationSpec spec = explorer.history().get().calibration();
        // reads whole files for their hashes
        runner.run(Job.<PointOrigin>of(
                "Preparing the export",
                (progress, cancel) -> open.use(bench -> PointOrigins.of(bench, files, spec)),
                origin -> show(figures.stream()
                        .map(figure -> sourced(figure, origin, open.evaluationCount()))
                        .toList()),
                error -> problems.show("Preparing the export", error)));
    }

    /** Rows of tables say for themselves which network they come from; what else is shown is of the open one. */
    private static NamedFigure sourced(NamedFigure figure, PointOrigin origin, int scored) {
        boolean knows = figure.figure() instanceof TabledFigure
                || figure.provenance().keySet().stream().anyMatch(key -> key.endsWith("model_sha256"));
        if (knows) {
            return figure;
        }
        Map<String, String> source = ResultData.of(origin, scored);
        source.put("version", origin.version());
        source.put("commit", origin.commit());
        return figure.withSource(source);
    }

    private void show(List<NamedFigure> figures) {
        ExportViewModel choices = new ExportViewModel(
                figures, Map.of("drawn by", "Driftscope " + Provenance.buildVersion()), desktop.exportChoices());
        ExportDialog dialog = new ExportDialog(owner, choices, runner, desktop.files());
        looks.dress(dialog.getDialogPane());
        dialog.show();
    }
}
