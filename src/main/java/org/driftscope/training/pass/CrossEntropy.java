package org.driftscope.training.pass;

/** Softmax cross-entropy of class scores: {@code -log softmax(z)[label]}, averaged over a batch. */
public final class CrossEntropy {
    /**
     * The loss of one batch.
     *
     * @param mean loss of an image, nats
     * @param correct images whose highest score was their label
     * @param gradient of the mean with respect to the scores: {@code (softmax(z) - onehot(label)) / images}, row-major
     */
    public record Result(double mean, int correct, float[] gradient) {}

    private CrossEntropy() {}

    /**
     * @param scores row-major [labels.length, classes]; not modified
     * @param smoothing share of each target that is spread evenly over all classes, 0 for none
     */
    public static Result of(float[] scores, int[] labels, double smoothing) {
        int classes = scores.length / labels.length;
        float[] gradient = new float[scores.length];
        double loss = 0;
        int correct = 0;
        for (int i = 0; i < labels.length; i++) {
            int row = i * classes;
            int best = argMax(scores, row, classes);
            correct += best == labels[i] ? 1 : 0;
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp(scores[row + c] - scores[row + best]);
            }
            for (int c = 0; c < classes; c++) {
                double logit = scores[row + c] - scores[row + best];
                double target = smoothing / classes + (c == labels[i] ? 1 - smoothing : 0);
                loss += target * (Math.log(sum) - logit);
                gradient[row + c] = (float) ((Math.exp(logit) / sum - target) / labels.length);
            }
        }
        return new Result(loss / labels.length, correct, gradient);
    }

    private static int argMax(float[] scores, int from, int count) {
        int best = 0;
        for (int c = 1; c < count; c++) {
            best = scores[from + c] > scores[from + best] ? c : best;
        }
        return best;
    }
}
