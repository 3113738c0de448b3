package org.driftscope.ui.settings;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.driftscope.calibration.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.CalibrationSpec.Method;
import org.driftscope.calibration.CalibrationSpec.SolverKind;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.SliderField;

/** The right panel: cards of settings in causal order, and what the calibration would cost. */
public final class SettingsView extends ScrollPane {
    private static final List<Integer> LEVELS = List.of(0, 4, 8, 16, 32, 64, 128, 256);

    private final SettingsViewModel model;

    public SettingsView(SettingsViewModel model) {
        this.model = model;
        setId("settings");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(new VBox(device(), drift(), calibration(), cost()));
    }

    private SettingsCard device() {
        return new SettingsCard("Device")
                .wide(
                        Explanations.MAPPING,
                        Choice.of(
                                "mapping", List.of(MappingKind.values()), model.mappingProperty(), SettingsView::words))
                .slider(
                        Explanations.G_MAX,
                        new SliderField(
                                "g-max",
                                NumberScale.logarithmic(1, 1000, false, "µS"),
                                model.gMaxUsProperty(),
                                model::settled))
                .slider(
                        Explanations.ON_OFF,
                        new SliderField(
                                "on-off",
                                NumberScale.logarithmic(2, 10_000, true, ""),
                                model.onOffRatioProperty(),
                                model::settled))
                .wide(
                        Explanations.LEVELS,
                        Choice.of(
                                "levels", LEVELS, model.levelsProperty(), n -> n == 0 ? "Continuous" : n + " levels"));
    }

    private SettingsCard drift() {
        ComboBox<String> driftModel = new ComboBox<>();
        driftModel.setId("drift-model");
        driftModel.getItems().setAll("Relative Gaussian");
        driftModel.getSelectionModel().selectFirst();
        Button another = new Button("Another chip");
        another.setId("another-chip");
        another.setTooltip(new Tooltip("Draw a new seed: another chip of the same kind"));
        another.setOnAction(event -> model.anotherChip());
        another.setMinWidth(USE_PREF_SIZE);
        return new SettingsCard("Drift")
                .wide(Explanations.DRIFT_MODEL, driftModel)
                .slider(
                        Explanations.RELATIVE_DRIFT,
                        new SliderField(
                                "drift",
                                NumberScale.linear(0, 0.5, 0.005, 100, "%"),
                                model.relativeDriftProperty(),
                                model::settled))
                .wide(Explanations.SEED, seedField())
                .action(another);
    }

    private TextField seedField() {
        TextField field = new TextField();
        field.setId("seed");
        field.setText(model.seedProperty().get());
        model.seedProperty().subscribe(field::setText);
        field.setOnAction(event -> model.seedProperty().set(field.getText()));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.seedProperty().set(field.getText());
                field.setText(model.seedProperty().get());
            }
        });
        PseudoClass error = PseudoClass.getPseudoClass("danger");
        field.textProperty()
                .subscribe(text ->
                        field.pseudoClassStateChanged(error, !text.strip().matches("-?\\d{1,18}")));
        return field;
    }

    private SettingsCard calibration() {
        ComboBox<MagnitudeRule> magnitude =
                Choice.of("magnitude", List.of(MagnitudeRule.values()), model.magnitudeProperty(), SettingsView::words);
        magnitude.disableProperty().bind(model.methodProperty().isEqualTo(Method.BIAS));
        CheckBox bias = new CheckBox("fit one a column");
        bias.setId("bias");
        bias.selectedProperty().bindBidirectional(model.biasProperty());
        SettingsCard card = new SettingsCard("Calibration")
                .wide(
                        Explanations.METHOD,
                        Choice.of("method", Method.layerWise(), model.methodProperty(), Method::label))
                .slider(Explanations.RANK, rank());
        return new StatisticsRow(model.statistics())
                .addTo(card)
                .slider(Explanations.IMAGES, images())
                .wide(Explanations.MAGNITUDE, magnitude)
                .wide(Explanations.BIAS, bias)
                .wide(
                        Explanations.SOLVER,
                        Choice.of("solver", List.of(SolverKind.values()), model.solverProperty(), SettingsView::words));
    }

    /** Where a file stands in for the images, their number changes nothing. */
    private SliderField images() {
        SliderField images =
                new SliderField("images", NumberScale.linear(1, 100, 1, 1, ""), model.imagesProperty(), model::settled);
        BooleanBinding unused = Bindings.createBooleanBinding(
                () -> !model.statistics().chosenProperty().get().equals(StatisticsViewModel.CALIBRATION_IMAGES)
                        && !model.methodProperty().get().needsImages(),
                model.statistics().chosenProperty(),
                model.methodProperty());
        images.slider().disableProperty().bind(unused);
        images.field().disableProperty().bind(unused);
        return images;
    }

    private SliderField rank() {
        SliderField rank =
                new SliderField("rank", NumberScale.linear(1, 16, 1, 1, ""), model.rankProperty(), model::settled);
        ObservableValue<Boolean> without = model.methodProperty().map(method -> !method.hasRank());
        rank.slider().disableProperty().bind(without);
        rank.field().disableProperty().bind(without);
        return rank;
    }

    private SettingsCard cost() {
        Label parameters = figure("cost-parameters");
        Label size = figure("cost-sram");
        Label rewritten = figure("cost-rram");
        Label energy = figure("cost-energy");
        Label retraining = figure("cost-backprop");
        Label retrainingEnergy = figure("cost-backprop-energy");
        model.costProperty().subscribe(cost -> {
            long count = cost.adapters().footprint().sramParameters();
            parameters.setText(String.format(Locale.US, "%,d (%.2f %%)", count, cost.percent()));
            size.setText(String.format(Locale.US, "%.1f KiB", cost.adapters().sramBits() / 8.0 / 1024));
            rewritten.setText(String.format(Locale.US, "%,d", cost.adapters().rramCellWrites()));
            energy.setText(joules(cost.adapters().energyJoules()));
            retraining.setText(
                    String.format(Locale.US, "%,d cells", cost.retraining().rramCellWrites()));
            retrainingEnergy.setText(joules(cost.retraining().energyJoules()));
        });
        return new SettingsCard("This calibration costs")
                .figure(Explanations.SRAM_PARAMETERS, parameters)
                .figure(Explanations.SRAM_SIZE, size)
                .figure(Explanations.RRAM_REWRITTEN, rewritten)
                .figure(Explanations.WRITE_ENERGY, energy)
                .figure(Explanations.BACK_PROPAGATION, retraining)
                .figure(Explanations.BACK_PROPAGATION_ENERGY, retrainingEnergy);
    }

    private static String joules(double energy) {
        String[] units = {"pJ", "nJ", "µJ", "mJ", "J"};
        double number = energy * 1e12;
        int unit = 0;
        while (number >= 1000 && unit < units.length - 1) {
            number /= 1000;
            unit++;
        }
        return String.format(Locale.US, "%.3g %s", number, units[unit]);
    }

    private static Label figure(String id) {
        Label label = new Label();
        label.setId(id);
        return label;
    }

    private static String words(MappingKind mapping) {
        return switch (mapping) {
            case ONE_SIDED_PAIR -> "One-sided pair";
            case CONSTANT_SUM_PAIR -> "Constant-sum pair";
            case OFFSET_COLUMN -> "Offset column";
        };
    }

    private static String words(MagnitudeRule rule) {
        return switch (rule) {
            case MSE -> "Least error";
            case VARIANCE -> "Same variance";
        };
    }

    private static String words(SolverKind solver) {
        return switch (solver) {
            case CLOSED_FORM -> "Closed form";
            case GRADIENT -> "Gradient (Adam)";
        };
    }
}
