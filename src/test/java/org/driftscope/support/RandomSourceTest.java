package org.driftscope.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomSourceTest {
    @Test
    void theSamePathGivesTheSameNumbersWhateverWasDrawnBefore() {
        RandomSource root = RandomSource.of(7);
        double[] first = root.child("drift").child("conv1").child(3).gaussians(100);
        root.child("drift").child("other").gaussians(10);
        assertThat(RandomSource.of(7).child("drift").child("conv1").child(3).gaussians(100))
                .isEqualTo(first);
    }

    @Test
    void differentKeysAndSeedsGiveDifferentNumbers() {
        double[] numbers = RandomSource.of(7).child("a").gaussians(4);
        assertThat(RandomSource.of(8).child("a").gaussians(4)).isNotEqualTo(numbers);
        assertThat(RandomSource.of(7).child("b").gaussians(4)).isNotEqualTo(numbers);
        assertThat(RandomSource.of(7).child("a").child(0).gaussians(4)).isNotEqualTo(numbers);
    }

    @Test
    void gaussiansHaveTheMomentsOfAStandardNormal() {
        double[] z = RandomSource.of(1).gaussians(200_000);
        double mean = Arrays.stream(z).average().orElseThrow();
        double variance = Arrays.stream(z).map(x -> x * x).average().orElseThrow();
        double kurtosis = Arrays.stream(z).map(x -> x * x * x * x).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.01));
        assertThat(variance).isCloseTo(1, within(0.02));
        assertThat(kurtosis).isCloseTo(3, within(0.1));
    }

    @Test
    void neighbouringTilesAreUncorrelated() {
        double[] a = RandomSource.of(5).child("x").child(0).gaussians(50_000);
        double[] b = RandomSource.of(5).child("x").child(1).gaussians(50_000);
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i] / a.length;
        }
        assertThat(product).isCloseTo(0, within(0.02));
    }

    @Test
    void samplesAreDistinctAndReproducible() {
        int[] drawn = RandomSource.of(3).sample(1000, 50);
        assertThat(drawn)
                .doesNotHaveDuplicates()
                .hasSize(50)
                .isEqualTo(RandomSource.of(3).sample(1000, 50));
        assertThatThrownBy(() -> RandomSource.of(3).sample(5, 6)).isInstanceOf(IllegalArgumentException.class);
    }
}
