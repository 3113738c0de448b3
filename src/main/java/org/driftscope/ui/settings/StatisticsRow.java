package org.driftscope.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.ui.settings.model.StatisticsViewModel;

/** The row "Statistics from": a menu of sources, and below it the size of the chosen file. */
final class StatisticsRow {
    private final StatisticsViewModel model;
    private final MenuButton menu = new MenuButton();
    private final Label note = new Label();

    StatisticsRow(StatisticsViewModel model) {
        this.model = model;
        menu.setId(Settings.STATISTICS.option());
        menu.setMaxWidth(Double.MAX_VALUE);
        note.setId("statistics-note");
        note.setWrapText(true);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        note.visibleProperty().bind(note.managedProperty());
        model.chosenProperty().subscribe(sha256 -> refresh());
        model.filesProperty().subscribe(files -> refresh());
    }

    /** Puts both into a card. */
    SettingsCard addTo(SettingsCard card) {
        return card.wide(SettingRows.explained(Settings.STATISTICS), menu, note);
    }

    private void refresh() {
        ToggleGroup sources = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        items.add(source(StatisticsViewModel.CALIBRATION_IMAGES, sources));
        model.filesProperty().get().forEach(file -> items.add(source(file.sha256(), sources)));
        MenuItem another = new MenuItem("Factory file…");
        another.setId("statistics-choose");
        another.setOnAction(event -> model.choose());
        items.add(new SeparatorMenuItem());
        items.add(another);
        menu.getItems().setAll(items);
        menu.setText(model.words(model.chosenProperty().get()));
        note.setText(model.note());
    }

    private MenuItem source(String sha256, ToggleGroup sources) {
        RadioMenuItem item = new RadioMenuItem(model.words(sha256));
        item.setId("statistics-" + (sha256.isEmpty() ? "images" : sha256));
        item.setToggleGroup(sources);
        item.setSelected(sha256.equals(model.chosenProperty().get()));
        item.setOnAction(event -> model.chosenProperty().set(sha256));
        return item;
    }
}
