package org.driftscope.ui.main;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.driftscope.ui.charts.ChartsView;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.explorer.ChartFeed;
import org.driftscope.ui.explorer.ChartRequests;
import org.driftscope.ui.explorer.DriftSweep;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.explorer.FigureExport;
import org.driftscope.ui.explorer.words.ExplanationLine;
import org.driftscope.ui.explorer.words.KeyFigureStrip;
import org.driftscope.ui.heatmap.HeatmapView;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.presentation.Cover;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.theme.Theme;
import org.driftscope.ui.workspace.Desktop;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.SteadySplit;

/** The middle of the window: figures, explanation, and the maps above the charts. */
public final class Centre {
    /** px at normal size: a chart with its axes and caption, and a list of points with one in it. */
    private static final double CHARTS_MIN = 220;

    private static final double WIDTH_MIN = 400;

    private final HeatmapViewModel maps = new HeatmapViewModel();
    private final ChartsViewModel chartsModel = new ChartsViewModel();
    private final SplitPane split;
    private final KeyFigureStrip figures;
    private final ExplanationLine line;
    private final VBox node;
    private final FigureExport export;
    private final ChartRequests requests;

    public Centre(
            Window owner,
            Desktop desktop,
            Appearance looks,
            ExplorerViewModel explorer,
            BackgroundRunner runner,
            ProblemSink problems,
            ObservableValue<Boolean> covered) {
        explorer.picture().lookProperty().subscribe(picture -> {
            if (picture != null) {
                maps.show(picture);
            }
        });
        HeatmapView heatmap = new HeatmapView(maps);
        chartsModel.darkProperty().bind(looks.themeProperty().map(theme -> theme == Theme.DARK));
        chartsModel.textScaleProperty().bind(looks.scaleProperty());
        chartsModel.assumptionsProperty().bindBidirectional(explorer.settings().costFiguresProperty());
        KnownFiles files = new KnownFiles();
        new ChartFeed(explorer, chartsModel, files, runner);
        requests = new ChartRequests(explorer, new DriftSweep(chartsModel, explorer, files, runner, problems), files);
        ChartsView charts = new ChartsView(chartsModel, requests, runner);
        Cover coveredCharts = new Cover(charts, covered);
        coveredCharts.minHeightProperty().bind(looks.scaleProperty().multiply(CHARTS_MIN));
        explorer.history().onMoved(move -> {
            if (!move.before().costs().equals(move.after().costs())) {
                charts.showCosts();
            } else if (!move.before().points().equals(move.after().points())) {
                charts.showRecovery();
            }
        });
        export = new FigureExport(owner, desktop, looks, explorer, maps, charts, runner, problems, files);
        requests.onExport(export::ofCharts);
        split = new SteadySplit(heatmap, coveredCharts);
        VBox.setVgrow(split, Priority.ALWAYS);
        figures = new KeyFigureStrip(
                explorer.figures(),
                explorer.accuracy().busyProperty(),
                explorer.calibration().followingProperty());
        figures.coveredProperty().bind(covered);
        line = new ExplanationLine(explorer.figures());
        line.coveredProperty().bind(covered);
        node = new Column(figures, line, split);
        node.setMinWidth(WIDTH_MIN);
    }

    /** Shows the figures and the sentence beneath while they are wanted. */
    void showFigures(ObservableValue<Boolean> wanted) {
        for (Node part : List.of(figures, line)) {
            part.visibleProperty().bind(wanted);
            part.managedProperty().bind(wanted);
        }
    }

    /** As low as its parts can be at its present width; a strip that wraps is higher where it is narrow. */
    private static final class Column extends VBox {
        Column(Node... parts) {
            super(parts);
        }

        @Override
        protected double computeMinHeight(double width) {
            return getManagedChildren().stream()
                    .mapToDouble(part -> part.getContentBias() == Orientation.HORIZONTAL
                            ? part.prefHeight(getWidth())
                            : part.minHeight(-1))
                    .sum();
        }
    }

    /** What copies the settings as an experiment. */
    void onCopyExperiment(Runnable action) {
        requests.onCopyExperiment(action);
    }

    public VBox node() {
        return node;
    }

    /** Maps above charts. */
    public SplitPane split() {
        return split;
    }

    /** The charts' model, whose looks are remembered. */
    ChartsViewModel charts() {
        return chartsModel;
    }

    /** The maps' model, which the map of tiles shares. */
    public HeatmapViewModel maps() {
        return maps;
    }

    public FigureExport export() {
        return export;
    }
}
