package org.driftscope.training;

import org.driftscope.training.pass.ParameterLayout;

/**
 * Stochastic gradient descent with Nesterov momentum and weight decay: {@code v = mu v + g + decay w},
 * {@code w -= lr (g + decay w + mu v)} (Sutskever et al., ICML 2013). Biases and batch-norm parameters do not decay.
 */
public final class Sgd implements Optimizer {
    private final ParameterLayout layout;
    private final double momentum;
    private final double decay;
    private final float[] velocity;

    /**
     * @param momentum share of the last velocity that is kept, 0 to below 1
     * @param decay pull of weights towards 0, per unit of learning rate
     */
    public Sgd(ParameterLayout layout, double momentum, double decay) {
        this.layout = layout;
        this.momentum = momentum;
        this.decay = decay;
        this.velocity = new float[layout.size()];
    }

    @Override
    public void stepInPlace(float[] values, float[] gradient, double learningRate) {
        float mu = (float) momentum;
        float rate = (float) learningRate;
        for (ParameterLayout.Entry entry : layout.entries()) {
            float pull = entry.isWeight() ? (float) decay : 0;
            for (int i = entry.offset(); i < entry.offset() + entry.length(); i++) {
                float slope = gradient[i] + pull * values[i];
                velocity[i] = mu * velocity[i] + slope;
                values[i] -= rate * (slope + mu * velocity[i]);
            }
        }
    }
}
