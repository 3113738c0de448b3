package org.driftscope.calibration.fit;

/** Adam's moments of one parameter array. Source: Kingma and Ba, ICLR 2015; 0.9, 0.999, 1e-8, both moments unbiased. */
public final class AdamMoments {
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[] first;
    private final double[] second;
    private int steps;

    AdamMoments(int size) {
        first = new double[size];
        second = new double[size];
    }

    /** One step down the gradient; {@code parameters} is overwritten. */
    void stepInPlace(double[] parameters, double[] gradient, double learningRate) {
        steps++;
        double firstBias = 1 - Math.pow(FIRST_DECAY, steps);
        double secondBias = 1 - Math.pow(SECOND_DECAY, steps);
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * g;
            second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * g * g;
            parameters[i] -= learningRate * (first[i] / firstBias) / (Math.sqrt(second[i] / secondBias) + EPSILON);
        }
    }
}
