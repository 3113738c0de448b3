package org.driftscope.network.batch;

/** Where an operator leaves the batch axis. */
@FunctionalInterface
interface BatchRule {
    /** @return the axis of all outputs that is the batch, or {@link BatchAxes#LOST} where images may be mixed */
    int of(BatchCall call);
}
