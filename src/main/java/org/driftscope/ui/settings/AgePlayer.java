package org.driftscope.ui.settings;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.ui.control.age.AgeScale;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * Lets a chip grow old before one's eyes: the age goes from where it stands to ten years, as if the slider were drawn. One
 * step of undo. It ends when someone else sets the age or the cells.
 */
final class AgePlayer {
    /** From one end to the other in about twelve seconds. */
    private static final Duration TICK = Duration.millis(120);

    private final AgeScale scale = new AgeScale();
    private final SettingsViewModel model;
    private final DoubleProperty age;
    private final Button button = new Button();
    private final FontIcon play = FontIcon.of(MaterialDesignP.PLAY);
    private final FontIcon pause = FontIcon.of(MaterialDesignP.PAUSE);
    private final Timeline timeline = new Timeline(new KeyFrame(TICK, event -> tick()));
    /** What it set last; words round ages, so the place on the way is kept beside. */
    private double shown;

    private double position;

    private AgePlayer(SettingsViewModel model) {
        this.model = model;
        this.age = model.number(DriftSettings.AGE);
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.statusProperty().subscribe(this::look);
        button.setId("age-play");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            if (plays()) {
                stop();
            } else {
                start();
            }
        });
    }

    /** The button, there only while the cells age. */
    static Button button(SettingsViewModel model, ObservableValue<Boolean> ages) {
        AgePlayer player = new AgePlayer(model);
        player.button.visibleProperty().bind(ages);
        player.button.managedProperty().bind(ages);
        model.deviceProperty().subscribe(device -> player.stop());
        return player.button;
    }

    private boolean plays() {
        return timeline.getStatus() == Animation.Status.RUNNING;
    }

    private void look(Animation.Status status) {
        boolean plays = status == Animation.Status.RUNNING;
        button.setGraphic(plays ? pause : play);
        String words = plays ? "Pause" : "Play: let the chip grow ten years old";
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
    }

    private void start() {
        if (scale.toPosition(age.get()) >= 1) {
            age.set(0);
        }
        shown = age.get();
        position = scale.toPosition(shown);
        timeline.play();
    }

    private void stop() {
        if (plays()) {
            timeline.stop();
            model.settled();
        }
    }

    private void tick() {
        if (age.get() != shown || button.getScene() == null) {
            stop();
            return;
        }
        position += scale.step();
        age.set(scale.fromPosition(position));
        shown = age.get();
        if (position >= 1) {
            stop();
        }
    }
}
