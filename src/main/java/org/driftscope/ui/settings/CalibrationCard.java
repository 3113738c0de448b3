package org.driftscope.ui.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.cost.Quantity;
import org.driftscope.experiment.method.LearningRateGrid;
import org.driftscope.ui.control.BoundedNumber;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.NumberField;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.SliderField;
import org.driftscope.ui.settings.model.MethodSettingsModel;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.driftscope.ui.settings.model.StatisticsViewModel;

/** The method and the settings that it looks at; the others are not there. */
final class CalibrationCard {
    private static final int MOST_STEPS = 100_000;
    private static final int MOST_LAYERS = 10_000;
    private static final int MOST_RANK = 4096;
    private static final int MOST_IMAGES = 1_000_000;

    private final SettingsViewModel model;

    private CalibrationCard(SettingsViewModel model) {
        this.model = model;
    }

    static SettingsCard of(SettingsViewModel model) {
        return new CalibrationCard(model).card();
    }

    private SettingsCard card() {
        SettingsCard card = new SettingsCard("Calibration", model, Group.CALIBRATION)
                .wide(
                        Explanations.PRESET,
                        Choice.of(
                                "preset",
                                Arrays.stream(Preset.values()).map(Optional::of).toList(),
                                model.presetProperty(),
                                preset -> preset.map(Preset::label).orElse("Custom")))
                .wide(
                        Explanations.METHOD,
                        Choice.of(
                                "method",
                                Method.all(),
                                model.methodProperty(),
                                CalibrationCard::words,
                                CalibrationCard::shortly))
                .resets("method")
                .note(note());
        lowRank(card);
        budget(card);
        new StatisticsRow(model.statistics())
                .addTo(card)
                .shownWhen(uses(SettingUse.FACTORY))
                .resets("statistics");
        card.slider(Explanations.IMAGES, images()).resets("images");
        fit(card);
        kept(card);
        further(card);
        card.more();
        rest(card);
        training(card);
        return card;
    }

    private Label note() {
        Label note = new Label();
        note.setId("method-note");
        note.textProperty().bind(model.noteProperty());
        return note;
    }

    private ObservableValue<Boolean> uses(SettingUse setting) {
        return model.methodProperty().map(setting::matters);
    }

    private void lowRank(SettingsCard card) {
        card.slider(
                        Explanations.RANK,
                        new SliderField(
                                "rank",
                                NumberScale.linear(1, 16, 1, 1, "").typed(1, MOST_RANK),
                                model.rankProperty(),
                                model::settled))
                .resets("rank")
                .shownWhen(uses(SettingUse.RANK));
    }

    /** Where a file stands in for the images, their number changes nothing. */
    private SliderField images() {
        SliderField images = new SliderField(
                "images",
                NumberScale.linear(1, 100, 1, 1, "").typed(1, MOST_IMAGES),
                model.imagesProperty(),
                model::settled);
        BooleanBinding unused = Bindings.createBooleanBinding(
                () -> !model.statistics().chosenProperty().get().equals(StatisticsViewModel.CALIBRATION_IMAGES)
                        && !model.methodProperty().get().needsImages(),
                model.statistics().chosenProperty(),
                model.methodProperty());
        images.slider().disableProperty().bind(unused);
        images.field().disableProperty().bind(unused);
        return images;
    }

    private void budget(SettingsCard card) {
        MethodSettingsModel settings = model.methodSettings();
        card.slider(
                        Explanations.BUDGET,
                        new SliderField(
                                "budget",
                                NumberScale.logarithmic(0.1, 100, false, "%").typed(0, 100),
                                settings.property(MethodSetting.BUDGET),
                                model::settled))
                .resets("budget")
                .shownWhen(uses(SettingUse.BUDGET))
                .slider(
                        Explanations.READOUT_NOISE,
                        new SliderField(
                                "readout-noise",
                                NumberScale.linear(0, 0.1, 0.001, 100, "%").typed(0, 1),
                                settings.property(MethodSetting.READOUT_NOISE),
                                model::settled))
                .resets("readout-noise")
                .shownWhen(uses(SettingUse.READOUT_NOISE));
    }

    private void fit(SettingsCard card) {
        CheckBox bias = new CheckBox("fit one a column");
        bias.setId("bias");
        bias.selectedProperty().bindBidirectional(model.biasProperty());
        card.wide(
                        Explanations.MAGNITUDE,
                        Choice.of(
                                "magnitude",
                                List.of(MagnitudeRule.values()),
                                model.magnitudeProperty(),
                                CalibrationCard::words))
                .resets("magnitude")
                .shownWhen(uses(SettingUse.MAGNITUDE))
                .note(loraMagnitude())
                .wide(Explanations.BIAS, bias)
                .resets("bias")
                .shownWhen(uses(SettingUse.BIAS))
                .wide(Explanations.LAYER_GAIN, layerGain())
                .resets("layer-gain")
                .shownWhen(uses(SettingUse.LAYER_GAIN))
                .wide(
                        Explanations.SOLVER,
                        Choice.of(
                                "solver", List.of(SolverKind.values()), model.solverProperty(), CalibrationCard::words))
                .resets("solver")
                .shownWhen(uses(SettingUse.SOLVER));
    }

    /** Of devices that age alone: the others are as they are at once. */
    private void kept(SettingsCard card) {
        card.number(
                        Explanations.KEPT_FROM,
                        new NumberField(
                                "kept-from",
                                new AgeWord("the age set"),
                                model.methodSettings().property(MethodSetting.KEPT_FROM),
                                model::settled))
                .resets("kept-from")
                .shownWhen(Bindings.createBooleanBinding(
                        () -> model.deviceProperty().get().model().ages()
                                && SettingUse.KEPT.matters(
                                        model.methodProperty().get()),
                        model.deviceProperty(),
                        model.methodProperty()));
    }

    /** What a magnitude means for the method that is known for having none. */
    private Label loraMagnitude() {
        Label note = new Label();
        note.setId("lora-magnitude");
        note.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.methodProperty().get() != Method.LORA
                                ? ""
                                : model.magnitudeProperty().get() == MagnitudeRule.VARIANCE
                                        ? "With a magnitude LoRA is DoRA: the same correction, the same numbers."
                                        : "By least error LoRA has no magnitude: it is the low rank alone.",
                        model.methodProperty(),
                        model.magnitudeProperty()));
        return note;
    }

    private void rest(SettingsCard card) {
        card.number(
                        Explanations.MOST_AFFECTED,
                        new NumberField(
                                "most-affected",
                                new ZeroWord(() -> "all ticked", MOST_LAYERS, true),
                                model.methodSettings().property(MethodSetting.MOST_AFFECTED),
                                model::settled))
                .resets("most-affected")
                .shownWhen(uses(SettingUse.LAYERS))
                .number(
                        Explanations.FACTORY_IMAGES,
                        new NumberField(
                                "factory-images",
                                new ZeroWord(() -> "none", MOST_IMAGES, true),
                                model.methodSettings().property(MethodSetting.FACTORY_IMAGES),
                                model::settled))
                .resets("factory-images")
                .shownWhen(uses(SettingUse.FACTORY));
    }

    private CheckBox layerGain() {
        return Choice.onOff(
                "layer-gain", "one a layer first", model.methodSettings().property(MethodSetting.LAYER_GAIN));
    }

    /** Rows without a control of their own kind. */
    private void further(SettingsCard card) {
        for (MethodSetting setting : MethodSetting.further()) {
            Explained explained = new Explained(setting.label(), setting.help().meaning() + ".");
            DoubleProperty value = model.methodSettings().property(setting);
            MethodSetting.Range range = setting.range();
            boolean whole = setting.kind() == MethodSetting.Kind.COUNT;
            if (setting.kind() == MethodSetting.Kind.SWITCH) {
                card.wide(explained, Choice.onOff(setting.option(), "on", value));
            } else {
                BoundedNumber allowed = BoundedNumber.between(range.least(), range.most(), 1, "", whole);
                card.number(explained, new NumberField(setting.option(), allowed, value, model::settled));
            }
            card.resets(setting.option()).shownWhen(uses(setting.use()));
        }
    }

    private void training(SettingsCard card) {
        MethodSettingsModel settings = model.methodSettings();
        NumberField rate = new NumberField(
                "learning-rate",
                new ZeroWord(this::grid, 1, false),
                settings.property(MethodSetting.LEARNING_RATE),
                model::settled);
        NumberField steps = new NumberField(
                "steps",
                new ZeroWord(this::usualSteps, MOST_STEPS, true),
                settings.property(MethodSetting.STEPS),
                model::settled);
        model.methodProperty().subscribe(method -> rate.show());
        model.imagesProperty().subscribe(images -> steps.show());
        card.number(Explanations.LEARNING_RATE, rate)
                .resets("learning-rate")
                .shownWhen(uses(SettingUse.LEARNING_RATE))
                .number(Explanations.STEPS, steps)
                .resets("steps")
                .shownWhen(uses(SettingUse.STEPS));
    }

    private String grid() {
        return LearningRateGrid.rates(model.methodProperty().get()).stream()
                .map(Quantity::scientific)
                .collect(Collectors.joining(", ", "best of ", ""));
    }

    private String usualSteps() {
        return LearningRateGrid.usualSteps((int) model.imagesProperty().get()) + " (by images)";
    }

    private static String words(Method method) {
        return method.label() + (method.needsLabels() ? " (uses labels)" : "");
    }

    private static String shortly(Method method) {
        return method.words().brief();
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
