package org.driftscope.training;

/** How large each step is. */
@FunctionalInterface
public interface LearningRate {
    /** @param step from 0 to steps - 1 */
    double at(int step, int steps);

    static LearningRate constant(double rate) {
        return (step, steps) -> rate;
    }

    /**
     * Rises over the first steps, then falls to 0 along half a cosine (Loshchilov and Hutter, ICLR 2017).
     *
     * @param peak highest rate
     * @param warmUp steps of the rise
     */
    static LearningRate cosine(double peak, int warmUp) {
        return (step, steps) -> {
            if (step < warmUp) {
                return peak * (step + 1) / warmUp;
            }
            double progress = (double) (step - warmUp) / Math.max(1, steps - warmUp);
            return peak * 0.5 * (1 + Math.cos(Math.PI * progress));
        };
    }
}
