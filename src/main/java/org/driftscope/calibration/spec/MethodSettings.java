package org.driftscope.calibration.spec;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.driftscope.support.SpecException;

/**
 * Settings that only some methods look at.
 *
 * @param budget SRAM parameters of {@link CalibrationSpec.Method#ALLOCATED} and {@link CalibrationSpec.Method#SPARSE}, %
 *     of the network's, above 0 and up to 100
 * @param readoutNoise standard deviation of a readout of Wr as a share of the layer's largest |w|, 0 to 1; the sparse
 *     correction needs such a readout
 * @param factoryImages images over which the layer statistics were gathered before the chip left the factory; 0 if they
 *     are gathered on the calibration images
 * @param mostAffected how many of the layers are calibrated, those that drift hurts most first; 0 for all
 * @param learningRate of back-propagation; 0 for the best of the usual grid
 * @param steps of back-propagation; 0 for what the number of images asks for
 * @param statistics sha256, hex, of the file of factory statistics that stands in for the calibration images; empty where
 *     there is none
 * @param layerGain whether a fit starts from the layer's gain times the drifted weights instead of these weights
 */
public record MethodSettings(
        double budget,
        double readoutNoise,
        int factoryImages,
        int mostAffected,
        double learningRate,
        int steps,
        String statistics,
        boolean layerGain) {
    private static final int MOST_STEPS = 100_000;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public MethodSettings {
        require("budget", budget, budget > 0 && budget <= 100, "above 0, up to 100 %");
        require("readoutNoise", readoutNoise, readoutNoise >= 0 && readoutNoise <= 1, "0 to 1");
        require("factoryImages", factoryImages, factoryImages >= 0, "0 (none) or more");
        require("mostAffected", mostAffected, mostAffected >= 0, "0 (all layers) or more");
        require("learningRate", learningRate, learningRate >= 0 && learningRate <= 1, "0 (best of a grid) to 1");
        require("steps", steps, steps >= 0 && steps <= MOST_STEPS, "0 (by the number of images) to " + MOST_STEPS);
        boolean named = statistics.isEmpty() || SHA256.matcher(statistics).matches();
        require("statistics", statistics, named, "none, or a file of factory statistics");
        require(
                "factoryImages",
                factoryImages,
                factoryImages == 0 || statistics.isEmpty(),
                "0 where the statistics come from a file");
    }

    /** Without a file of statistics and without layer gain. */
    public MethodSettings(
            double budget, double readoutNoise, int factoryImages, int mostAffected, double learningRate, int steps) {
        this(budget, readoutNoise, factoryImages, mostAffected, learningRate, steps, "", false);
    }

    /** Whether a file of factory statistics stands in for the calibration images. */
    public boolean hasStatisticsFile() {
        return !statistics.isEmpty();
    }

    /** A budget of 2.34 %, 1 % readout noise, no factory, all layers, grid and steps as usual, no layer gain. */
    public static MethodSettings defaults() {
        return new MethodSettings(2.34, 0.01, 0, 0, 0, 0);
    }

    private static void require(String field, Object value, boolean allowed, String range) {
        if (!allowed) {
            throw new SpecException(field, value, range);
        }
    }

    public MethodSettings withBudget(double percent) {
        return edited(draft -> draft.budget = percent);
    }

    public MethodSettings withReadoutNoise(double share) {
        return edited(draft -> draft.readoutNoise = share);
    }

    public MethodSettings withFactoryImages(int images) {
        return edited(draft -> draft.factoryImages = images);
    }

    public MethodSettings withMostAffected(int layers) {
        return edited(draft -> draft.mostAffected = layers);
    }

    public MethodSettings withLearningRate(double rate) {
        return edited(draft -> draft.learningRate = rate);
    }

    public MethodSettings withSteps(int count) {
        return edited(draft -> draft.steps = count);
    }

    /** @param sha256 of the file, hex; empty for none */
    public MethodSettings withStatistics(String sha256) {
        return edited(draft -> draft.statistics = sha256);
    }

    public MethodSettings withLayerGain(boolean first) {
        return edited(draft -> draft.layerGain = first);
    }

    /** This specification with some components changed. */
    private MethodSettings edited(Consumer<Draft> edit) {
        Draft draft = new Draft(this);
        edit.accept(draft);
        return draft.finished();
    }

    /** All components, to be changed by name before they are a specification again. */
    private static final class Draft {
        private double budget;
        private double readoutNoise;
        private int factoryImages;
        private int mostAffected;
        private double learningRate;
        private int steps;
        private String statistics;
        private boolean layerGain;

        Draft(MethodSettings from) {
            budget = from.budget;
            readoutNoise = from.readoutNoise;
            factoryImages = from.factoryImages;
            mostAffected = from.mostAffected;
            learningRate = from.learningRate;
            steps = from.steps;
            statistics = from.statistics;
            layerGain = from.layerGain;
        }

        MethodSettings finished() {
            return new MethodSettings(
                    budget, readoutNoise, factoryImages, mostAffected, learningRate, steps, statistics, layerGain);
        }
    }
}
