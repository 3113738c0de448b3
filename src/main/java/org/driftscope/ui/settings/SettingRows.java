package org.driftscope.ui.settings;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import org.driftscope.calibration.spec.Meaning;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.ui.control.Choice;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.NumberField;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.NumberText;
import org.driftscope.ui.control.SliderField;
import org.driftscope.ui.settings.model.SettingCatalogue;
import org.driftscope.ui.settings.model.SettingsViewModel;

/**
 * Rows of a card for settings of the list, which says what they are called and mean, and where they matter. A card says in
 * which order they come and what their controls look like; those that it says nothing of get a usual row.
 */
final class SettingRows {
    private final SettingsCard card;
    private final SettingsViewModel model;

    SettingRows(SettingsCard card, SettingsViewModel model) {
        this.card = card;
        this.model = model;
    }

    /** What the list says of a setting. */
    static Explained explained(Setting setting) {
        Meaning meaning = setting.words().meaning();
        return new Explained(setting.words().label(), meaning.text(), meaning.formula(), meaning.source());
    }

    private void finish(Setting setting) {
        card.resets(SettingCatalogue.of(setting)).shownWhen(model.matters(setting));
    }

    SettingRows slider(Setting setting, NumberScale scale) {
        SliderField field = new SliderField(setting.option(), scale, model.number(setting), model::settled);
        card.slider(explained(setting), field);
        finish(setting);
        return this;
    }

    SettingRows number(Setting setting, NumberText text) {
        return number(setting, field(setting, text));
    }

    SettingRows number(Setting setting, NumberField field) {
        card.number(explained(setting), field);
        finish(setting);
        return this;
    }

    /** For {@link #number(Setting, NumberField)}, where the words for its values change with others. */
    NumberField field(Setting setting, NumberText text) {
        return new NumberField(setting.option(), text, model.number(setting), model::settled);
    }

    /** A choice of those values that the list has labels for. */
    SettingRows choice(Setting setting) {
        return wide(
                setting,
                Choice.of(
                        setting.option(),
                        List.copyOf(setting.words().choices().keySet()),
                        model.word(setting),
                        setting.words()::choice));
    }

    /** A box. @param words beside it */
    SettingRows onOff(Setting setting, String words) {
        CheckBox box = new CheckBox(words);
        box.setId(setting.option());
        box.selectedProperty().bindBidirectional(model.flag(setting));
        return wide(setting, box);
    }

    /** A control of its own kind. */
    SettingRows wide(Setting setting, Control control) {
        card.wide(explained(setting), control);
        finish(setting);
        return this;
    }

    /** The row of a setting that its card says nothing of. */
    SettingRows usual(Setting setting) {
        return switch (setting.kind()) {
            case FLAG -> onOff(setting, "on");
            case INTEGER, REAL -> number(setting, new AnyNumber(setting, model.stateProperty()::getValue));
            case TEXT -> choice(setting);
            case NAMES, RULES -> this;
        };
    }
}
