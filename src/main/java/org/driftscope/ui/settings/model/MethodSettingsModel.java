package org.driftscope.ui.settings.model;

import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.ui.state.StateHistory;

/** The settings that only some methods look at, as properties for controls. */
public final class MethodSettingsModel {
    private final DoubleProperty budget = new SimpleDoubleProperty(this, "budget");
    private final DoubleProperty readoutNoise = new SimpleDoubleProperty(this, "readoutNoise");
    private final DoubleProperty mostAffected = new SimpleDoubleProperty(this, "mostAffected");
    private final DoubleProperty factoryImages = new SimpleDoubleProperty(this, "factoryImages");
    private final DoubleProperty learningRate = new SimpleDoubleProperty(this, "learningRate");
    private final BooleanProperty layerGain = new SimpleBooleanProperty(this, "layerGain");
    private final DoubleProperty steps = new SimpleDoubleProperty(this, "steps");

    MethodSettingsModel(StateHistory history) {
        tie(history, "budget", budget, MethodSettings::budget, MethodSettings::withBudget);
        tie(history, "readout noise", readoutNoise, MethodSettings::readoutNoise, MethodSettings::withReadoutNoise);
        tie(
                history,
                "most affected layers",
                mostAffected,
                MethodSettings::mostAffected,
                (settings, value) -> settings.withMostAffected(value.intValue()));
        SettingTie.tie(
                history,
                "factory images",
                factoryImages,
                state -> state.calibration().settings().factoryImages(),
                (state, value) -> state.withFactoryImages(value.intValue()));
        tie(history, "learning rate", learningRate, MethodSettings::learningRate, MethodSettings::withLearningRate);
        tie(history, "steps", steps, MethodSettings::steps, (settings, value) -> settings.withSteps(value.intValue()));
        tieGain(history, layerGain);
    }

    private static void tieGain(StateHistory history, BooleanProperty layerGain) {
        SettingTie.tie(
                history,
                "layer gain",
                layerGain,
                state -> state.calibration().settings().layerGain(),
                (state, value) -> state.withCalibration(state.calibration()
                        .withSettings(state.calibration().settings().withLayerGain(value))));
    }

    private static void tie(
            StateHistory history,
            String name,
            DoubleProperty property,
            ToDoubleFunction<MethodSettings> get,
            BiFunction<MethodSettings, Double, MethodSettings> set) {
        SettingTie.tie(
                history,
                name,
                property,
                state -> get.applyAsDouble(state.calibration().settings()),
                (state, value) -> state.withCalibration(state.calibration()
                        .withSettings(set.apply(state.calibration().settings(), value.doubleValue()))));
    }

    /** Per cent of the network's parameters. */
    public DoubleProperty budgetProperty() {
        return budget;
    }

    /** A fraction of the layer's largest weight. */
    public DoubleProperty readoutNoiseProperty() {
        return readoutNoise;
    }

    /** How many of the ticked layers; 0 for all. */
    public DoubleProperty mostAffectedProperty() {
        return mostAffected;
    }

    /** Images that statistics are gathered on in memory before the chip leaves the factory; 0 for none. */
    public DoubleProperty factoryImagesProperty() {
        return factoryImages;
    }

    /** 0 for the best of the grid. */
    public DoubleProperty learningRateProperty() {
        return learningRate;
    }

    /** Whether fits start from the layer's gain. */
    public BooleanProperty layerGainProperty() {
        return layerGain;
    }

    /** 0 for what the number of images asks for. */
    public DoubleProperty stepsProperty() {
        return steps;
    }
}
