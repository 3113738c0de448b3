package org.driftscope.training;

/**
 * Adam (Kingma and Ba, ICLR 2015, algorithm 1) with beta1 0.9, beta2 0.999, epsilon 1e-8:
 * {@code w -= lr (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)}.
 */
public final class Adam implements Optimizer {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[] mean;
    private final double[] square;
    private int steps;

    /** @param size number of parameters */
    public Adam(int size) {
        this.mean = new double[size];
        this.square = new double[size];
    }

    @Override
    public void stepInPlace(float[] values, float[] gradient, double learningRate) {
        steps++;
        double meanGain = 1 / (1 - Math.pow(BETA1, steps));
        double squareGain = 1 / (1 - Math.pow(BETA2, steps));
        for (int i = 0; i < values.length; i++) {
            mean[i] = BETA1 * mean[i] + (1 - BETA1) * gradient[i];
            square[i] = BETA2 * square[i] + (1 - BETA2) * gradient[i] * gradient[i];
            double slope = mean[i] * meanGain / (Math.sqrt(square[i] * squareGain) + EPSILON);
            values[i] -= (float) (learningRate * slope);
        }
    }
}
