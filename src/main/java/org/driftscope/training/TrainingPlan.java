package org.driftscope.training;

import org.driftscope.support.SpecException;
import org.driftscope.training.gradient.BatchNormMode;

/**
 * How a network is trained.
 *
 * @param steps batches in all, at least 1
 * @param learningRate its course
 * @param batchNorm training mode follows the batch and updates the running statistics, frozen keeps them
 * @param smoothing label smoothing, 0 to below 1
 * @param shards equal parts each batch is cut into, each normalised by itself; also the number of threads that help.
 *     Fixed with the plan, so that results do not depend on the machine's cores
 */
public record TrainingPlan(
        int steps, LearningRate learningRate, BatchNormMode batchNorm, double smoothing, int shards) {
    public TrainingPlan {
        if (steps < 1) {
            throw new SpecException("steps", steps, "1 or more");
        }
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new SpecException("label smoothing", smoothing, "0 to below 1");
        }
        if (shards < 1) {
            throw new SpecException("shards", shards, "1 or more");
        }
    }
}
