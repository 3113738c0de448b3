package org.driftscope.ui.settings;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.measured.DriftTable;
import org.driftscope.device.measured.MeasuredDevice;
import org.driftscope.device.measured.MeasuredDrift;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.figure.chart.Figure;
import org.driftscope.report.DeviceFigure;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the cells that are set: source, where they were measured, how they spread and shift. */
public final class DeviceCardPane extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceCardPane.class);

    /** What the figure depends on. */
    private record Shown(ChipSpec chip) {
        Figure figure() {
            return DeviceFigure.of(
                    chip.drift(), chip.crossbar().range(), chip.crossbar().clipToRange());
        }
    }

    private final Label name = new Label();
    private final Label about = new Label();
    private final Label outside = new Label();
    private final GridPane facts = new GridPane();
    private final FigurePane figure;
    private final LatestOnly lane;

    /** @param runner computes and draws the figure */
    public DeviceCardPane(SettingsViewModel model, BackgroundRunner runner) {
        figure = new FigurePane(runner);
        figure.setId("device-card-figure");
        lane = LatestOnly.finishing(runner);
        setId("device-card");
        getStyleClass().add("device-card");
        name.setId("device-card-name");
        name.getStyleClass().add("panel-title");
        outside.setId("device-card-outside");
        outside.getStyleClass().add("warning-line");
        outside.textProperty().bind(model.outsideProperty());
        outside.visibleProperty().bind(outside.textProperty().isNotEmpty());
        outside.managedProperty().bind(outside.visibleProperty());
        for (Label label : new Label[] {about, outside}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        facts.getStyleClass().add("facts");
        VBox.setVgrow(figure, Priority.ALWAYS);
        getChildren().addAll(name, about, facts, outside, figure);
        model.stateProperty()
                .map(state -> new Shown(state.chip().withAge(0).withSeed(0)))
                .subscribe(this::show);
    }

    public BooleanProperty darkProperty() {
        return figure.darkProperty();
    }

    public DoubleProperty textScaleProperty() {
        return figure.textScaleProperty();
    }

    private void show(Shown shown) {
        DeviceKind kind = DeviceKinds.of(shown.chip().drift());
        name.setText(kind.name());
        about.setText(kind.about());
        facts.getChildren().clear();
        fact(
                "Source",
                kind.model().source().isEmpty() ? "not given" : kind.model().source());
        fact("Measured", measured(kind));
        if (kind.model() instanceof MeasuredDrift own) {
            MeasuredDevice device = own.device();
            fact("Measurements", device.origin().isEmpty() ? "not given" : device.origin());
            fact("Behind each point", cells(device.table()));
        }
        if (kind.model().isMeasuredCellByCell()) {
            lane.cancel();
            figure.figureProperty().set(null);
            return;
        }
        lane.submit(Job.of(
                "Working out how cells spread",
                (progress, cancel) -> shown.figure(),
                figure.figureProperty()::set,
                error -> LOG.error("Could not work out how cells spread", error)));
    }

    private void fact(String what, String words) {
        Label label = new Label(what);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        Label value = new Label(words);
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        label.setLabelFor(value);
        GridPane.setHgrow(value, Priority.ALWAYS);
        facts.addRow(facts.getRowCount(), label, value);
    }

    private static String measured(DeviceKind kind) {
        String range = kind.range() == null ? "in any range" : "from " + kind.measured() + " \u00b5S";
        return !kind.model().ages() || Double.isInfinite(kind.knownSeconds())
                ? range
                : range + ", up to " + Age.words(kind.knownSeconds());
    }

    private static String cells(DriftTable table) {
        Optional<String> few = table.doubtful() == 0
                ? Optional.empty()
                : Optional.of("; " + table.doubtful() + " points rest on fewer than " + DriftTable.FEW);
        int most = 0;
        int least = Integer.MAX_VALUE;
        for (int[] row : table.cells()) {
            for (int count : row) {
                most = Math.max(most, count);
                least = Math.min(least, count);
            }
        }
        return most == 0 ? "not given" : least + " to " + most + " cells" + few.orElse("");
    }
}
