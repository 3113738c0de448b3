package org.driftscope.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.ui.control.ListWords;
import org.driftscope.ui.settings.model.SettingsViewModel;

/** The list of devices: those that need no file, those that were opened, and a way to open another. */
final class DeviceChoice {
    private static final String FROM_A_FILE = "From a file\u2026";

    private final SettingsViewModel model;
    /** An empty entry opens another. */
    private final ComboBox<Optional<DeviceKind>> box = new ComboBox<>();

    private DeviceChoice(SettingsViewModel model) {
        this.model = model;
    }

    static ComboBox<Optional<DeviceKind>> of(SettingsViewModel model) {
        return new DeviceChoice(model).make();
    }

    private ComboBox<Optional<DeviceKind>> make() {
        box.setId(DeviceSettings.DEVICE.option());
        List<Optional<DeviceKind>> items =
                new ArrayList<>(DeviceKinds.all().stream().map(Optional::of).toList());
        items.add(Optional.empty());
        box.getItems().setAll(items);
        box.setVisibleRowCount(items.size() + 2);
        box.setConverter(new ListWords<>(value -> value.map(DeviceKind::name).orElse(FROM_A_FILE)));
        box.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(Optional<DeviceKind> value, boolean empty) {
                super.updateItem(value, empty);
                DeviceKind chosen = model.deviceProperty().get();
                setText(chosen == null ? "" : chosen.brief());
            }
        });
        model.deviceProperty().subscribe(this::show);
        box.valueProperty().subscribe((before, chosen) -> taken(chosen));
        return box;
    }

    private void show(DeviceKind device) {
        Optional<DeviceKind> entry = Optional.of(device);
        if (!box.getItems().contains(entry)) {
            box.getItems().add(box.getItems().size() - 1, entry);
        }
        box.setValue(entry);
    }

    private void taken(Optional<DeviceKind> chosen) {
        if (chosen == null) {
            return;
        }
        if (chosen.isPresent()) {
            model.deviceProperty().set(chosen.get());
            return;
        }
        // after the list has closed and told everybody what was chosen
        Platform.runLater(() -> {
            show(model.deviceProperty().get());
            model.devices().choose();
        });
    }
}
