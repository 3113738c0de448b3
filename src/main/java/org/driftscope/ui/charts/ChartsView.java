package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.TabledFigure;
import org.driftscope.figure.chart.TitledFigure;
import org.driftscope.figure.export.FigureCommands;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.figure.export.TableProvenance;
import org.driftscope.ui.charts.figure.ChartFigures;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.Confusions;
import org.driftscope.ui.control.CopiedSign;
import org.driftscope.ui.task.BackgroundRunner;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The panel of charts below the crossbar maps. */
public final class ChartsView extends BorderPane {
    private static final String COST = "Cost";
    private static final String INFERENCE = "Inference";

    private final ChartsViewModel model;
    private final TabPane tabs = new TabPane();

    /**
     * @param model what is shown
     * @param actions what the panel asks for
     * @param runner draws the figures
     */
    public ChartsView(ChartsViewModel model, ChartActions actions, BackgroundRunner runner) {
        this.model = model;
        setId("charts");
        getStyleClass().add("charts");
        getStylesheets()
                .add(Objects.requireNonNull(ChartsView.class.getResource("charts.css"))
                        .toExternalForm());
        tabs.setId("charts-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .addAll(List.of(
                        tab("Recovery", new RecoveryTab(model, actions, runner)),
                        tab("Drift sweep", new DriftSweepTab(model, actions, runner)),
                        tab("Layer error", new LayerErrorTab(model, runner)),
                        tab("Classes", new ClassesTab(model, runner)),
                        tab(COST, new CostTab(model)),
                        tab(INFERENCE, new InferenceTab(model, runner))));
        tabs.setMinSize(0, 0);
        setCenter(new TabsWithButton(tabs, List.of(command(actions), export(actions))));
        setMinSize(0, 0);
    }

    private static Tab tab(String name, Node content) {
        Tab tab = new Tab(name, content);
        tab.setId("charts-tab-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        return tab;
    }

    private static Button export(ChartActions actions) {
        Button button = new Button("Export chart\u2026", new FontIcon(MaterialDesignE.EXPORT));
        button.setId("charts-export");
        button.setAccessibleText("Export chart");
        button.getStyleClass().addAll("flat", "charts-export");
        button.setTooltip(new Tooltip(
                "Exports the chart in front as SVG, PDF or PNG, or its numbers as CSV; maps are in the list as well."));
        button.setOnAction(event -> actions.exportFigure());
        return button;
    }

    private SplitMenuButton command(ChartActions actions) {
        SplitMenuButton button = new SplitMenuButton();
        button.setText("Copy command");
        button.setGraphic(new FontIcon(MaterialDesignC.CONSOLE_LINE));
        button.getItems().add(experiment(actions, button));
        button.setId("charts-command");
        button.setAccessibleText("Copy command");
        button.getStyleClass().addAll("flat", "charts-export");
        Tooltip tooltip = new Tooltip();
        button.setTooltip(tooltip);
        // what is shown changes in many ways; it is asked for when the text is about to be read
        tooltip.setOnShowing(event -> tooltip.setText(CommandWords.of(commands())));
        button.setOnAction(event -> {
            List<String> commands = commands();
            actions.copyCommands(commands);
            if (!commands.isEmpty()) {
                CopiedSign.on(button);
            }
        });
        return button;
    }

    /** The present settings instead of what made the figure. */
    private static MenuItem experiment(ChartActions actions, ButtonBase button) {
        MenuItem item = new MenuItem("Copy experiment", new FontIcon(MaterialDesignF.FILE_DOCUMENT_OUTLINE));
        item.setId("charts-experiment");
        item.setOnAction(event -> {
            actions.copyExperiment();
            CopiedSign.on(button);
        });
        return item;
    }

    /** The command lines that make the numbers of the figure in front again. */
    private List<String> commands() {
        String shown = shownTab();
        return figures().stream()
                .filter(figure -> figure.name().equals(shown))
                .flatMap(figure -> FigureCommands.of(figure).stream())
                .toList();
    }

    private String shownTab() {
        return tabs.getSelectionModel().getSelectedItem().getText();
    }

    /** The figures that can be exported now, the one that is shown first. */
    public List<NamedFigure> figures() {
        List<NamedFigure> figures = new ArrayList<>();
        ChartFigures.recovery(model).ifPresent(figure -> figures.add(tabled("Recovery", figure)));
        ChartFigures.driftSweep(model).ifPresent(figure -> figures.add(tabled("Drift sweep", figure)));
        ChartFigures.layerErrorFigure(model)
                .ifPresent(figure -> figures.add(new NamedFigure(
                        "Layer error",
                        new TitledFigure("Layer error", figure),
                        model.layerSourceProperty().get().data())));
        ChartFigures.classesFigure(model)
                .ifPresent(figure -> figures.add(
                        new NamedFigure("Classes", new TitledFigure(classesTitle(), figure), classesSource())));
        ChartFigures.inference(model)
                .ifPresent(figure ->
                        figures.add(new NamedFigure(INFERENCE, new TitledFigure(INFERENCE, figure), Map.of())));
        String shown = shownTab();
        figures.stream()
                .filter(figure -> figure.name().equals(shown))
                .findFirst()
                .ifPresent(first -> {
                    figures.remove(first);
                    figures.add(0, first);
                });
        return figures;
    }

    /** A figure whose rows say what they were made with. */
    private static NamedFigure tabled(String name, Figure figure) {
        FigureTable table = figure.table();
        Figure titled = new TabledFigure(new TitledFigure(name, figure), table);
        return new NamedFigure(name, titled, TableProvenance.of(table));
    }

    private Map<String, String> classesSource() {
        Confusions confusions = model.confusionsProperty().get();
        Confusions.State state = model.confusionStateProperty().get();
        return confusions == null ? Map.of() : confusions.source(state).data();
    }

    /** Which network the matrix is of. */
    private String classesTitle() {
        return "Classes, " + model.confusionStateProperty().get().label().toLowerCase(Locale.ROOT) + " network";
    }

    /** Shows the recovery chart with its points. */
    public void showRecovery() {
        selectTab(0);
    }

    /** Shows the costs with their device figures. */
    public void showCosts() {
        tabs.getTabs().stream()
                .filter(tab -> tab.getText().equals(COST))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /** Shows a tab by its number, 0 for recovery. */
    public void selectTab(int index) {
        tabs.getSelectionModel().select(index);
    }
}
