package org.driftscope.ui.inside;

/**
 * What a network says of an image.
 *
 * @param label of the most likely class
 * @param confidence its probability, 0 to 1
 */
record Answer(int label, double confidence) {
    private static final double NEAR_ONE = 1e-3;

    /** Of scores: probabilities where they are such, else their softmax. */
    static Answer of(float[] scores) {
        int best = 0;
        double sum = 0;
        boolean probabilities = true;
        for (int i = 0; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
            sum += scores[i];
            probabilities &= scores[i] >= 0;
        }
        if (probabilities && Math.abs(sum - 1) < NEAR_ONE) {
            return new Answer(best, scores[best]);
        }
        double all = 0;
        for (float score : scores) {
            all += Math.exp(score - scores[best]);
        }
        return new Answer(best, 1 / all);
    }
}
