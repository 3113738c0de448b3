package org.driftscope.experiment.setting;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.experiment.ExperimentSpec;

/** Settings that only some methods look at. */
final class MethodSettingCatalogue {
    static final String STATISTICS = "statistics";
    static final String NO_STATISTICS = "none";
    static final String LAYER_GAIN = "layerGain";

    private MethodSettingCatalogue() {}

    static List<Setting> all() {
        return List.of(
                Setting.real(
                        "budget",
                        "above 0, up to 100 % of the parameters",
                        read(MethodSettings::budget),
                        (spec, value) -> change(spec, settings -> settings.withBudget(value))),
                Setting.real(
                        "readoutNoise",
                        "0 to 1, a share of the largest |w|",
                        read(MethodSettings::readoutNoise),
                        (spec, value) -> change(spec, settings -> settings.withReadoutNoise(value))),
                Setting.count(
                        "factoryImages",
                        "0 (statistics of the calibration images) or more",
                        read(settings -> settings.factoryImages()),
                        (spec, value) -> change(spec, settings -> settings.withFactoryImages(value))),
                Setting.text(
                        STATISTICS,
                        "none (of the calibration images), or a file that statistics wrote",
                        read(settings -> settings.hasStatisticsFile() ? settings.statistics() : NO_STATISTICS),
                        (spec, value) -> change(
                                spec, settings -> settings.withStatistics(value.equals(NO_STATISTICS) ? "" : value))),
                Setting.count(
                        "mostAffected",
                        "0 (all layers) or more",
                        read(settings -> settings.mostAffected()),
                        (spec, value) -> change(spec, settings -> settings.withMostAffected(value))),
                Setting.real(
                        "learningRate",
                        "0 (best of a grid) to 1",
                        read(MethodSettings::learningRate),
                        (spec, value) -> change(spec, settings -> settings.withLearningRate(value))),
                Setting.count(
                        "steps",
                        "0 (by the number of images) to 100000",
                        read(settings -> settings.steps()),
                        (spec, value) -> change(spec, settings -> settings.withSteps(value))),
                Setting.flag(
                        LAYER_GAIN,
                        read(MethodSettings::layerGain),
                        (spec, value) -> change(spec, settings -> settings.withLayerGain(value))));
    }

    private static <T> Function<ExperimentSpec, T> read(Function<MethodSettings, T> reader) {
        return spec -> reader.apply(spec.calibration().settings());
    }

    private static ExperimentSpec change(ExperimentSpec spec, UnaryOperator<MethodSettings> change) {
        return spec.withCalibration(
                spec.calibration().withSettings(change.apply(spec.calibration().settings())));
    }
}
