package org.driftscope.ui.settings;

import static org.driftscope.experiment.setting.CalibrationSettings.BIAS;
import static org.driftscope.experiment.setting.CalibrationSettings.MAGNITUDE;
import static org.driftscope.experiment.setting.CalibrationSettings.METHOD;
import static org.driftscope.experiment.setting.CalibrationSettings.PRESET;
import static org.driftscope.experiment.setting.CalibrationSettings.RANK;
import static org.driftscope.experiment.setting.CalibrationSettings.SAMPLES;
import static org.driftscope.experiment.setting.CalibrationSettings.SOLVER;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.cost.Quantity;
import org.driftscope.experiment.method.LearningRateGrid;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.ui.control.Choice;
import org.driftscope.ui.control.NumberField;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.SliderField;
import org.driftscope.ui.control.age.AgeWord;
import org.driftscope.ui.settings.model.SettingCatalogue;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;

/** The method and the settings that it looks at; the others are not there. */
final class CalibrationCard {
    private static final int MOST_STEPS = 100_000;
    private static final int MOST_LAYERS = 10_000;
    private static final int MOST_RANK = 4096;
    private static final int MOST_IMAGES = 1_000_000;

    private final SettingsViewModel model;
    private final ObservableValue<CalibrationSpec> spec;
    private final SettingsCard card;
    private final SettingRows rows;

    private CalibrationCard(SettingsViewModel model) {
        this.model = model;
        this.spec = model.stateProperty().map(state -> state.calibration());
        this.card = new SettingsCard("Calibration", model, Group.CALIBRATION);
        this.rows = new SettingRows(card, model);
    }

    static SettingsCard of(SettingsViewModel model) {
        return new CalibrationCard(model).card();
    }

    private SettingsCard card() {
        card.wide(
                SettingRows.explained(PRESET),
                Choice.of(
                        PRESET.option(),
                        List.copyOf(PRESET.words().choices().keySet()),
                        model.word(PRESET),
                        PRESET.words()::choice));
        rows.wide(
                METHOD,
                Choice.of(METHOD.option(), Method.ids(), model.word(METHOD), METHOD.words()::choice, id -> Method.named(
                                METHOD.name(), id)
                        .words()
                        .brief()));
        card.note(note("method-note", model.noteProperty()));
        rows.slider(RANK, NumberScale.linear(1, 16, 1, 1, "").typed(1, MOST_RANK))
                .slider(
                        Settings.of(MethodSetting.BUDGET),
                        NumberScale.logarithmic(0.1, 100, false, "%").typed(0, 100))
                .slider(
                        Settings.of(MethodSetting.FACTOR_BITS),
                        NumberScale.linear(FactorPrecision.LEAST_BITS, FactorPrecision.FULL_BITS, 1, 1, ""))
                .slider(
                        Settings.of(MethodSetting.READOUT_NOISE),
                        NumberScale.linear(0, 0.1, 0.001, 100, "%").typed(0, 1));
        new StatisticsRow(model.statistics())
                .addTo(card)
                .resets(SettingCatalogue.of(Settings.STATISTICS))
                .shownWhen(model.matters(Settings.STATISTICS));
        card.slider(SettingRows.explained(SAMPLES), images()).resets(SettingCatalogue.of(SAMPLES));
        rows.choice(MAGNITUDE);
        card.note(note("lora-magnitude", spec.map(CalibrationCard::ofLora)));
        rows.onOff(BIAS, "fit one a column")
                .onOff(Settings.of(MethodSetting.LAYER_GAIN), "one a layer first")
                .choice(SOLVER)
                .number(Settings.of(MethodSetting.KEPT_FROM), new AgeWord("present age"))
                .choice(Settings.UPKEEP)
                .choice(Settings.of(MethodSetting.STATISTICS_FROM));
        MethodSetting.further().forEach(setting -> rows.usual(Settings.of(setting)));
        card.more();
        rows.number(Settings.of(MethodSetting.MOST_AFFECTED), new ZeroWord(() -> "all ticked", MOST_LAYERS, true))
                .number(Settings.of(MethodSetting.FACTORY_IMAGES), new ZeroWord(() -> "none", MOST_IMAGES, true));
        training();
        return card;
    }

    private static Label note(String id, ObservableValue<String> words) {
        Label note = new Label();
        note.setId(id);
        note.textProperty().bind(words);
        return note;
    }

    /** Where a file stands in for the images, their number changes nothing. */
    private SliderField images() {
        SliderField images = new SliderField(
                SAMPLES.option(),
                NumberScale.linear(1, 100, 1, 1, "").typed(1, MOST_IMAGES),
                model.number(SAMPLES),
                model::settled);
        BooleanBinding unused =
                Bindings.createBooleanBinding(() -> !spec.getValue().drawsImages(), spec);
        images.slider().disableProperty().bind(unused);
        images.field().disableProperty().bind(unused);
        return images;
    }

    /** What a magnitude means for the method that is known for having none. */
    private static String ofLora(CalibrationSpec spec) {
        if (!spec.method().equals(Method.LORA)) {
            return "";
        }
        return spec.magnitude() == MagnitudeRule.VARIANCE
                ? "With a magnitude LoRA is DoRA: the same correction, the same numbers."
                : "By least error LoRA has no magnitude: it is the low rank alone.";
    }

    private void training() {
        NumberField rate = rows.field(Settings.of(MethodSetting.LEARNING_RATE), new ZeroWord(this::grid, 1, false));
        NumberField steps =
                rows.field(Settings.of(MethodSetting.STEPS), new ZeroWord(this::usualSteps, MOST_STEPS, true));
        model.word(METHOD).subscribe(method -> rate.show());
        model.number(SAMPLES).subscribe(images -> steps.show());
        rows.number(Settings.of(MethodSetting.LEARNING_RATE), rate).number(Settings.of(MethodSetting.STEPS), steps);
    }

    private String grid() {
        return LearningRateGrid.rates(spec.getValue().method()).stream()
                .map(Quantity::scientific)
                .collect(Collectors.joining(", ", "best of ", ""));
    }

    private String usualSteps() {
        return LearningRateGrid.usualSteps(spec.getValue().samples()) + " (by images)";
    }
}
