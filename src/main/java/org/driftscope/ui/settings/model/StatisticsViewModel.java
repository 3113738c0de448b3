package org.driftscope.ui.settings.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.ui.state.StateHistory;

/** Where layer statistics come from: calibration images, or a file of factory statistics. Kept in the history. */
public final class StatisticsViewModel {
    /** Stands for the calibration images. */
    public static final String CALIBRATION_IMAGES = "";

    private final StringProperty chosen =
            new SimpleStringProperty(this, Settings.STATISTICS.name(), CALIBRATION_IMAGES);
    private final ReadOnlyObjectWrapper<List<StatisticsOption>> files =
            new ReadOnlyObjectWrapper<>(this, "files", List.of());
    private Runnable chooser = () -> {};

    StatisticsViewModel(StateHistory history) {
        SettingTie.tie(
                history,
                Settings.STATISTICS.name(),
                chosen,
                state -> state.calibration().settings().statistics(),
                (state, sha256) -> state.withStatistics(sha256));
    }

    /** Sets the files that the open network can use. */
    public void show(List<StatisticsOption> known) {
        files.set(List.copyOf(known));
    }

    /** Adds a file that the open network can use. */
    public void add(StatisticsOption file) {
        List<StatisticsOption> more = new ArrayList<>(files.get());
        more.removeIf(known -> known.sha256().equals(file.sha256()));
        more.add(file);
        files.set(List.copyOf(more));
    }

    /** @param action asks the user for a file and opens it */
    public void onChoose(Runnable action) {
        chooser = action;
    }

    /** Asks for another file. */
    public void choose() {
        chooser.run();
    }

    /** The chosen file's sha256, or {@link #CALIBRATION_IMAGES}. */
    public StringProperty chosenProperty() {
        return chosen;
    }

    public ReadOnlyObjectProperty<List<StatisticsOption>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /** The name of a file, for the list. */
    public String words(String sha256) {
        return sha256.equals(CALIBRATION_IMAGES)
                ? "Calibration images"
                : option(sha256).map(StatisticsOption::name).orElse("A file that is not open");
    }

    /** Size and number of images of the chosen file, and what it means for the calibration images. */
    public String note() {
        String sha256 = chosen.get();
        return sha256.equals(CALIBRATION_IMAGES)
                ? ""
                : option(sha256)
                        .map(file -> String.format(
                                Locale.US,
                                "%.1f MB, %,d factory images. No calibration images are used.",
                                file.bytes() / 1e6,
                                file.images()))
                        .orElse("Choose the file again, or calibration images.");
    }

    private Optional<StatisticsOption> option(String sha256) {
        return files.get().stream().filter(file -> file.sha256().equals(sha256)).findFirst();
    }
}
