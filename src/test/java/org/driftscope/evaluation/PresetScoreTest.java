package org.driftscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.driftscope.data.Preprocessing;
import org.junit.jupiter.api.Test;

class PresetScoreTest {
    private static PresetScore score(int right, int from, int images, double brier) {
        boolean[] correct = new boolean[images];
        Arrays.fill(correct, from, from + right, true);
        double[] briers = new double[images];
        Arrays.setAll(briers, i -> brier + 0.01 * (i % 2));
        return new PresetScore(Preprocessing.preset("unit"), correct, briers);
    }

    /** Of six images that only one of two got right, a fair coin gives all six to it once in 64, seven once in 128. */
    @Test
    void onlyWhatAFairCoinHardlyDoesIsBetter() {
        PresetScore base = score(50, 0, 100, 0.5);
        assertThat(score(56, 0, 100, 0.5).scoresBetter(base)).isFalse();
        assertThat(score(57, 0, 100, 0.5).scoresBetter(base)).isTrue();
        assertThat(base.scoresBetter(score(57, 0, 100, 0.5))).isFalse();
        assertThat(score(50, 50, 100, 0.5).scoresBetter(base)).isFalse();
    }

    /** Seven images that only another gets right are the fewest that count: 0.5^7 is below 1 %, 0.5^6 is not. */
    @Test
    void onlyWhatIsOftenWrongCanBeBeaten() {
        assertThat(score(2, 0, 8, 0.5).canBeBeaten()).isFalse();
        assertThat(score(1, 0, 8, 0.5).canBeBeaten()).isTrue();
        assertThat(score(8, 0, 8, 0.5).scoresBetter(score(1, 0, 8, 0.5))).isTrue();
        assertThat(score(8, 0, 8, 0.5).scoresBetter(score(2, 0, 8, 0.5))).isFalse();
        assertThat(score(0, 0, 4, 0.5).canBeBeaten()).isFalse();
    }

    @Test
    void whereAsManyAreRightTheSurerFits() {
        PresetScore base = score(90, 0, 100, 0.5);
        assertThat(score(90, 0, 100, 0.4).fitsBetter(base)).isTrue();
        assertThat(score(89, 0, 100, 0.4).fitsBetter(base)).isFalse();
        assertThat(base.fitsBetter(base)).isFalse();
    }
}
