package org.driftscope.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.HoverCard;
import org.driftscope.ui.control.NumberField;
import org.driftscope.ui.control.SliderField;
import org.driftscope.ui.settings.model.SettingEntry;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/**
 * A titled group of settings: one row a setting, the label to the left, the control to the right, then a way back to its
 * default. What few people change lies behind "More". The title says how many settings differ from their defaults.
 */
final class SettingsCard extends VBox {
    private static final int COLUMNS = 4;
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final HBox heading = new HBox();
    private final GridPane basic = grid();
    private final GridPane advanced = grid();
    private final List<SettingsRow> rows = new ArrayList<>();
    private final @Nullable SettingsViewModel model;
    private final @Nullable Group group;
    private final Button toggle = new Button();
    private GridPane grid = basic;

    /** A card of figures, which have no defaults. */
    SettingsCard(String title) {
        this(title, null, null);
    }

    /** @param group whose settings it holds */
    SettingsCard(String title, @Nullable SettingsViewModel model, @Nullable Group group) {
        this.model = model;
        this.group = group;
        Label name = new Label(title);
        name.getStyleClass().add("panel-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        heading.getStyleClass().add("heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getChildren().addAll(name, space);
        getStyleClass().add("settings-card");
        getChildren().addAll(heading, basic);
        if (model != null && group != null) {
            heading.getChildren().add(1, count(model, group));
        }
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("settings-grid");
        ColumnConstraints control = new ColumnConstraints();
        control.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints()
                .addAll(new ColumnConstraints(), control, new ColumnConstraints(), new ColumnConstraints());
        // as wide in every card, so that the controls of all begin on one line
        Region labels = new Region();
        labels.getStyleClass().add("settings-label-column");
        grid.add(labels, 0, 0);
        Region resets = new Region();
        resets.getStyleClass().add("settings-reset-column");
        grid.add(resets, COLUMNS - 1, 0);
        return grid;
    }

    private static Button count(SettingsViewModel model, Group group) {
        Button button = new Button();
        String id = group.name().toLowerCase(Locale.ROOT);
        button.setId(id + "-changed");
        button.getStyleClass().addAll("changed-count", "flat");
        button.textProperty().bind(model.changedProperty(group).map(count -> count + " changed"));
        button.visibleProperty().bind(model.changedProperty(group).map(count -> count > 0));
        button.setTooltip(new Tooltip("Set all settings of this card back to their defaults"));
        button.setOnAction(event -> model.reset(group));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** What is added from here on lies behind "More". */
    SettingsCard more() {
        if (model == null || group == null) {
            throw new IllegalStateException("a card of figures has no more");
        }
        BooleanProperty open = model.moreProperty(group);
        toggle.setId(group.name().toLowerCase(Locale.ROOT) + "-more");
        toggle.getStyleClass().addAll("more-toggle", "flat");
        toggle.textProperty().bind(open.map(shown -> shown ? "Less" : "More"));
        toggle.graphicProperty()
                .bind(open.map(
                        shown -> FontIcon.of(shown ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT)));
        toggle.setTooltip(new Tooltip("Settings that few people change"));
        toggle.setOnAction(event -> open.set(!open.get()));
        advanced.visibleProperty().bind(open);
        advanced.managedProperty().bind(open);
        getChildren().addAll(toggle, advanced);
        grid = advanced;
        return this;
    }

    /** What a setting is called, in as many lines as the column of names needs. */
    private static Label name(Explained explained, Control control) {
        Label label = HoverCard.label(explained, control);
        label.getStyleClass().add("setting-name");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        GridPane.setFillWidth(label, false);
        return label;
    }

    /** A row with a slider and its field. */
    SettingsCard slider(Explained explained, SliderField field) {
        HoverCard.label(explained, field.field());
        Label label = name(explained, field.slider());
        return add(label, List.of(label, field.slider(), field.field())).refusal(field.refusalProperty());
    }

    /** A row with a field for a number. */
    SettingsCard number(Explained explained, NumberField field) {
        return wide(explained, field.field()).refusal(field.refusalProperty());
    }

    /** A row with one control of full width. */
    SettingsCard wide(Explained explained, Control control) {
        Label label = name(explained, control);
        if (control instanceof ComboBox<?> box) {
            box.setMaxWidth(Double.MAX_VALUE);
        }
        GridPane.setColumnSpan(control, COLUMNS - 2);
        return add(label, List.of(label, control));
    }

    /** A remark over the whole width; not there while it is empty. */
    SettingsCard note(Label note) {
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("setting-note");
        GridPane.setColumnSpan(note, COLUMNS);
        return add(null, List.of(note)).shownWhen(note.textProperty().map(text -> !text.isEmpty()));
    }

    /** The last row is there only while this holds. */
    SettingsCard shownWhen(ObservableValue<Boolean> condition) {
        last().shown().bind(condition);
        return this;
    }

    /** Under the last row stands why its text is not taken, while it is not. */
    SettingsCard refusal(ObservableValue<String> words) {
        Label label = new Label();
        label.getStyleClass().add("setting-refusal");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        // A long sentence wraps; it must not take width from the fields above it.
        label.setPrefWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        label.textProperty().bind(words);
        GridPane.setColumnIndex(label, 1);
        GridPane.setColumnSpan(label, COLUMNS - 1);
        last().refuseBy(label);
        grid.getChildren().add(label);
        label.visibleProperty().subscribe(now -> arrange());
        return this;
    }

    /** Marks the last row while its setting differs from the default, and gives it a way back. */
    SettingsCard resets(SettingEntry<?> entry) {
        SettingsViewModel settings = model;
        if (settings == null) {
            throw new IllegalStateException("figures have no defaults");
        }
        SettingsRow row = last();
        Button back = new Button("", FontIcon.of(MaterialDesignU.UNDO_VARIANT));
        back.setId(entry.id() + "-reset");
        back.getStyleClass().addAll("setting-reset", "flat");
        String words = "Back to the default: " + entry.tell(ExplorerState.first());
        back.setTooltip(new Tooltip(words));
        back.setAccessibleText(words);
        back.setOnAction(event -> settings.reset(entry));
        ObservableValue<Boolean> changed = settings.changedProperty(entry);
        back.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> changed.getValue() && row.shown().get(), changed, row.shown()));
        back.managedProperty().bind(back.visibleProperty());
        Label label = row.label();
        if (label != null) {
            changed.subscribe(now -> label.pseudoClassStateChanged(CHANGED, now));
        }
        GridPane.setColumnIndex(back, COLUMNS - 1);
        row.resetBy(back);
        grid.getChildren().add(back);
        arrange();
        return this;
    }

    /** A row with one control of full width, and words about it below, which may be empty. */
    SettingsCard wide(Explained explained, Control control, Label words) {
        Label label = name(explained, control);
        words.getStyleClass().add("text-muted");
        return below(label, new VBox(control, words));
    }

    /** A row with something to look at, and its explanation over the label. */
    SettingsCard picture(Explained explained, Control named, Node picture) {
        below(name(explained, named), picture);
        last().nodes().forEach(node -> GridPane.setValignment(node, VPos.CENTER));
        return this;
    }

    private SettingsCard below(Label label, Node node) {
        GridPane.setValignment(label, VPos.BASELINE);
        GridPane.setValignment(node, VPos.BASELINE);
        GridPane.setColumnSpan(node, COLUMNS - 2);
        return add(label, List.of(label, node));
    }

    private SettingsRow last() {
        return rows.get(rows.size() - 1);
    }

    private SettingsCard add(@Nullable Label label, List<Node> nodes) {
        SettingsRow row = new SettingsRow(grid, label, nodes);
        rows.add(row);
        grid.getChildren().addAll(nodes);
        row.shown().subscribe(now -> arrange());
        return this;
    }

    /** Numbers the rows that are there: a grid keeps a gap around empty ones. */
    private void arrange() {
        int next = 0;
        GridPane of = basic;
        for (SettingsRow row : rows) {
            if (row.grid() != of) {
                of = row.grid();
                next = 0;
            }
            next = row.place(next);
        }
        boolean any = rows.stream()
                .anyMatch(row -> row.grid() == advanced && row.shown().get());
        toggle.setVisible(any);
        toggle.setManaged(any);
    }

    /** Puts a button beside the title. */
    SettingsCard action(Button button) {
        heading.getChildren().add(button);
        return this;
    }

    /** A row with a number to read; where it is narrow, its label gives way. */
    SettingsCard figure(Explained explained, Label value) {
        value.getStyleClass().add("cost-value");
        value.setMinWidth(USE_PREF_SIZE);
        Label label = HoverCard.label(explained, value);
        GridPane.setColumnSpan(value, COLUMNS - 1);
        GridPane.setHalignment(value, HPos.RIGHT);
        return add(label, List.of(label, value));
    }
}
