package org.driftscope.training.gradient;

/** Where batch norm takes mean and variance from. */
public enum BatchNormMode {
    /** From the batch; gradients pass through the statistics. */
    TRAINING,
    /** From the stored running statistics, as at inference. */
    FROZEN
}
