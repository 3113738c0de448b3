package org.driftscope.calibration;

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
 */
public record MethodSettings(
        double budget, double readoutNoise, int factoryImages, int mostAffected, double learningRate, int steps) {
    private static final int MOST_STEPS = 100_000;

    public MethodSettings {
        require("budget", budget, budget > 0 && budget <= 100, "above 0, up to 100 %");
        require("readoutNoise", readoutNoise, readoutNoise >= 0 && readoutNoise <= 1, "0 to 1");
        require("factoryImages", factoryImages, factoryImages >= 0, "0 (none) or more");
        require("mostAffected", mostAffected, mostAffected >= 0, "0 (all layers) or more");
        require("learningRate", learningRate, learningRate >= 0 && learningRate <= 1, "0 (best of a grid) to 1");
        require("steps", steps, steps >= 0 && steps <= MOST_STEPS, "0 (by the number of images) to " + MOST_STEPS);
    }

    /** A budget of 2.34 %, 1 % readout noise, no factory, all layers, grid and steps as usual. */
    public static MethodSettings defaults() {
        return new MethodSettings(2.34, 0.01, 0, 0, 0, 0);
    }

    private static void require(String field, Object value, boolean allowed, String range) {
        if (!allowed) {
            throw new SpecException(field, value, range);
        }
    }

    public MethodSettings withBudget(double percent) {
        return new MethodSettings(percent, readoutNoise, factoryImages, mostAffected, learningRate, steps);
    }

    public MethodSettings withReadoutNoise(double share) {
        return new MethodSettings(budget, share, factoryImages, mostAffected, learningRate, steps);
    }

    public MethodSettings withFactoryImages(int images) {
        return new MethodSettings(budget, readoutNoise, images, mostAffected, learningRate, steps);
    }

    public MethodSettings withMostAffected(int layers) {
        return new MethodSettings(budget, readoutNoise, factoryImages, layers, learningRate, steps);
    }

    public MethodSettings withLearningRate(double rate) {
        return new MethodSettings(budget, readoutNoise, factoryImages, mostAffected, rate, steps);
    }

    public MethodSettings withSteps(int count) {
        return new MethodSettings(budget, readoutNoise, factoryImages, mostAffected, learningRate, count);
    }
}
