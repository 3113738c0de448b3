package org.driftscope.calibration.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.driftscope.support.SpecException;

/**
 * Settings that only some methods look at.
 *
 * @param values of those that are not at their default, in the order of {@link MethodSetting#all}
 * @param statistics sha256, hex, of the file of factory statistics that stands in for the calibration images; empty where
 *     there is none
 * @param upkeep how what was fitted is looked after; of a calibration that is kept while the chip ages
 */
public record MethodSettings(Map<MethodSetting, Double> values, String statistics, Upkeep upkeep) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public MethodSettings {
        Map<MethodSetting, Double> kept = new LinkedHashMap<>();
        for (MethodSetting setting : MethodSetting.all()) {
            double value = setting.require(values.getOrDefault(setting, setting.usual()));
            if (value != setting.usual()) {
                kept.put(setting, value);
            }
        }
        values = Collections.unmodifiableMap(kept);
        if (!statistics.isEmpty() && !SHA256.matcher(statistics).matches()) {
            throw new SpecException("statistics", statistics, "none, or a file of factory statistics");
        }
        if (!statistics.isEmpty() && kept.containsKey(MethodSetting.FACTORY_IMAGES)) {
            throw new SpecException(
                    MethodSetting.FACTORY_IMAGES.id(),
                    MethodSetting.FACTORY_IMAGES.inFiles(kept.get(MethodSetting.FACTORY_IMAGES)),
                    "0 where the statistics come from a file");
        }
    }

    /** A budget of 2.34 %, 1 % readout noise, no factory, all layers, grid and steps as usual, no layer gain, fitted at the chip's age, once. */
    public static MethodSettings defaults() {
        return new MethodSettings(Map.of(), "", Upkeep.once());
    }

    public double get(MethodSetting setting) {
        return values.getOrDefault(setting, setting.usual());
    }

    public boolean isOn(MethodSetting setting) {
        return get(setting) != 0;
    }

    /** @throws SpecException if the value is out of range, or the values together are refused */
    public MethodSettings with(MethodSetting setting, double value) {
        Map<MethodSetting, Double> changed = new LinkedHashMap<>(values);
        changed.put(setting, value);
        return new MethodSettings(changed, statistics, upkeep);
    }

    /** With every setting that a method does not look at as it is by default. */
    MethodSettings lookedAtBy(Method method) {
        Map<MethodSetting, Double> seen = new LinkedHashMap<>(values);
        seen.keySet().removeIf(setting -> !setting.use().matters(method));
        return new MethodSettings(
                seen,
                SettingUse.FACTORY.matters(method) ? statistics : "",
                SettingUse.KEPT.matters(method) ? upkeep : Upkeep.once());
    }

    /** Whether a file of factory statistics stands in for the calibration images. */
    public boolean hasStatisticsFile() {
        return !statistics.isEmpty();
    }

    /** SRAM parameters of methods under a budget, % of the network's. */
    public double budget() {
        return get(MethodSetting.BUDGET);
    }

    /** Bits of every value of A and B. */
    public int factorBits() {
        return (int) get(MethodSetting.FACTOR_BITS);
    }

    /** A share of the layer's largest |w|. */
    public double readoutNoise() {
        return get(MethodSetting.READOUT_NOISE);
    }

    /** 0 if the statistics are those of the calibration images. */
    public int factoryImages() {
        return (int) get(MethodSetting.FACTORY_IMAGES);
    }

    /** How many layers are calibrated; 0 for all. */
    public int mostAffected() {
        return (int) get(MethodSetting.MOST_AFFECTED);
    }

    /** 0 for the best of the grid. */
    public double learningRate() {
        return get(MethodSetting.LEARNING_RATE);
    }

    /** 0 for what the number of images asks for. */
    public int steps() {
        return (int) get(MethodSetting.STEPS);
    }

    /** Whether a fit starts from the layer's gain times the drifted weights. */
    public boolean layerGain() {
        return isOn(MethodSetting.LAYER_GAIN);
    }

    /** Age at which the chip is calibrated, s; 0 for its present age. */
    public double keptFrom() {
        return get(MethodSetting.KEPT_FROM);
    }

    /** Whether a fit knows what a chip with converters puts out. */
    public boolean measuresOutputs() {
        return !isOn(MethodSetting.STATISTICS_FROM);
    }

    public MethodSettings withBudget(double percent) {
        return with(MethodSetting.BUDGET, percent);
    }

    public MethodSettings withFactorBits(int bits) {
        return with(MethodSetting.FACTOR_BITS, bits);
    }

    public MethodSettings withFactoryImages(int images) {
        return with(MethodSetting.FACTORY_IMAGES, images);
    }

    public MethodSettings withMostAffected(int layers) {
        return with(MethodSetting.MOST_AFFECTED, layers);
    }

    public MethodSettings withSteps(int count) {
        return with(MethodSetting.STEPS, count);
    }

    /** @param sha256 of the file, hex; empty for none */
    public MethodSettings withStatistics(String sha256) {
        return new MethodSettings(values, sha256, upkeep);
    }

    public MethodSettings withLayerGain(boolean first) {
        return with(MethodSetting.LAYER_GAIN, first ? 1 : 0);
    }

    /** Images whose answers tell whether a calibration on demand is due. */
    public int checkImages() {
        return (int) get(MethodSetting.CHECK_IMAGES);
    }

    /** Ages that VeRA+ has vectors for. */
    public int vectorSets() {
        return (int) get(MethodSetting.VECTOR_SETS);
    }

    /** Chips that VeRA+ is made from. */
    public int simulatedChips() {
        return (int) get(MethodSetting.SIMULATED_CHIPS);
    }

    /** How often a chip with read noise is scored. */
    public int reads() {
        return (int) get(MethodSetting.READS);
    }

    public MethodSettings withUpkeep(Upkeep how) {
        return new MethodSettings(values, statistics, how);
    }

    /** @param seconds age of the chip; 0 for its present age */
    public MethodSettings withKeptFrom(double seconds) {
        return with(MethodSetting.KEPT_FROM, seconds);
    }
}
