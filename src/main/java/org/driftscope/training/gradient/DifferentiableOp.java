package org.driftscope.training.gradient;

/** An operator of the graph that knows its gradient. Stateless: all that a run needs later is in what it returns. */
@FunctionalInterface
public interface DifferentiableOp {
    /**
     * Runs the operator forwards.
     *
     * @param call the node with its inputs; not modified
     * @return the output, and the way back
     */
    Recorded run(OpCall call);
}
