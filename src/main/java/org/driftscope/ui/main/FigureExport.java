package org.driftscope.ui.main;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.stage.Window;
import org.driftscope.experiment.Provenance;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FittedFigure;
import org.driftscope.figure.chart.HeatmapChart;
import org.driftscope.figure.chart.HistogramChart;
import org.driftscope.figure.chart.SmallMultiples;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.charts.ChartsView;
import org.driftscope.ui.export.ExportDialog;
import org.driftscope.ui.export.ExportViewModel;
import org.driftscope.ui.heatmap.HeatmapViewModel;
import org.driftscope.ui.heatmap.MapKind;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.theme.Appearance;

/** Opens the export dialog on everything that can be exported now. */
final class FigureExport {
    private static final String PANEL = "Whole panel";
    private static final int PANEL_COLUMNS = 2;
    private static final double PART_WIDTH = 280;
    private static final double PART_HEIGHT = 190;

    private final Window owner;
    private final Desktop desktop;
    private final Appearance looks;
    private final ExplorerViewModel explorer;
    private final HeatmapViewModel maps;
    private final ChartsView charts;
    private final BackgroundRunner runner;
    private final ProblemSink problems;

    FigureExport(
            Window owner,
            Desktop desktop,
            Appearance looks,
            ExplorerViewModel explorer,
            HeatmapViewModel maps,
            ChartsView charts,
            BackgroundRunner runner,
            ProblemSink problems) {
        this.owner = owner;
        this.desktop = desktop;
        this.looks = looks;
        this.explorer = explorer;
        this.maps = maps;
        this.charts = charts;
        this.runner = runner;
        this.problems = problems;
    }

    /** The maps first. */
    void ofMaps() {
        open(withPanel(join(mapFigures(), charts.figures())));
    }

    /** The chart that is shown first. */
    void ofCharts() {
        open(withPanel(join(charts.figures(), mapFigures())));
    }

    /** Adds what is on screen as one figure: all maps with their histogram, then the chart in front. */
    private List<NamedFigure> withPanel(List<NamedFigure> figures) {
        List<Figure> parts = new ArrayList<>();
        mapFigures().forEach(map -> parts.add(map.figure()));
        charts.figures().stream().limit(1).forEach(chart -> parts.add(chart.figure()));
        if (parts.size() < 2) {
            return figures;
        }
        int rows = (parts.size() + PANEL_COLUMNS - 1) / PANEL_COLUMNS;
        Figure panel = new FittedFigure(
                new SmallMultiples(PANEL, PANEL_COLUMNS, parts), PANEL_COLUMNS * PART_WIDTH, rows * PART_HEIGHT);
        return join(figures, List.of(new NamedFigure(PANEL, panel)));
    }

    private static List<NamedFigure> join(List<NamedFigure> first, List<NamedFigure> then) {
        List<NamedFigure> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private List<NamedFigure> mapFigures() {
        List<NamedFigure> figures = new ArrayList<>();
        for (MapKind kind : MapKind.values()) {
            maps.figure(kind)
                    .ifPresent(map -> figures.add(new NamedFigure(kind.title() + " map", HeatmapChart.of(map))));
        }
        String unit = maps.viewProperty().get().unit();
        maps.histogram()
                .ifPresent(histogram -> figures.add(new NamedFigure(
                        "Histogram",
                        HistogramChart.of(
                                "",
                                plainSigns(maps.viewProperty().get().title())
                                        + (unit.isEmpty() ? "" : " (" + unit + ")"),
                                histogram))));
        return figures;
    }

    /** The font of figures has no raised signs. */
    private static String plainSigns(String title) {
        return title.replace('\u207a', '+').replace('\u207b', '\u2212');
    }

    private void open(List<NamedFigure> figures) {
        Workspace open = explorer.workspaceProperty().get();
        if (open == null || figures.isEmpty()) {
            return;
        }
        // reads whole files for their hashes
        runner.run(Job.<Provenance>of(
                "Preparing the export",
                (progress, cancel) -> open.provenance(),
                source -> show(figures, provenance(open, source)),
                error -> problems.show("Preparing the export", error)));
    }

    private void show(List<NamedFigure> figures, Map<String, String> provenance) {
        ExportViewModel choices = new ExportViewModel(figures, provenance, desktop.exportChoices());
        ExportDialog dialog = new ExportDialog(owner, choices, runner, desktop.files());
        looks.dress(dialog.getDialogPane());
        dialog.show();
    }

    private Map<String, String> provenance(Workspace open, Provenance source) {
        ExplorerState state = explorer.history().get();
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("version", source.version());
        provenance.put("commit", source.commit());
        provenance.put("model", open.network().name());
        provenance.put("modelSha256", source.modelSha256());
        provenance.put("imagesSha256", source.imagesSha256());
        provenance.put("calibrationSha256", source.calibrationSha256());
        provenance.put("chip", state.chip().describe());
        provenance.put("seed", Long.toString(state.chip().seed()));
        provenance.put("calibration", state.calibration().toString());
        provenance.put("java", source.java());
        provenance.put("os", source.os());
        provenance.put("nd4j", source.nd4j());
        provenance.put("threads", Integer.toString(source.threads()));
        return provenance;
    }
}
