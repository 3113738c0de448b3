package org.driftscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    @Test
    void countsByLabelAndPrediction() {
        Accuracy accuracy = Accuracy.of(new int[] {0, 0, 1, 2, 2}, new int[] {0, 1, 1, -1, 2}, 4, 3);
        assertThat(accuracy.correct()).isEqualTo(3);
        assertThat(accuracy.top1()).isEqualTo(0.6);
        assertThat(accuracy.mistakes().matrix()).isDeepEqualTo(new int[][] {{1, 1, 0}, {0, 1, 0}, {0, 0, 1}});
        assertThat(accuracy.nonFinite()).isEqualTo(1);
        assertThatThrownBy(() -> new Accuracy(2, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mistakesAreListedTheMostFrequentFirstAndTakeNoRoomForWhatDidNotHappen() {
        Accuracy accuracy = Accuracy.of(new int[] {0, 0, 0, 7, 7, 999, 5}, new int[] {1, 1, 0, 8, 7, 3, -1}, 3, 1000);
        assertThat(accuracy.mistakes().pairs())
                .containsExactly(
                        new Mistakes.Pair(0, 1, 2, 2 / 3.0),
                        new Mistakes.Pair(999, 3, 1, 1),
                        new Mistakes.Pair(7, 8, 1, 0.5));
        assertThat(accuracy.mistakes().images()[5]).isOne();
        assertThat(accuracy.mistakes().right()[7]).isOne();
        assertThat(accuracy.mistakes().total()).isEqualTo(7);
    }

    @Test
    void partsAddUp() {
        Accuracy first = Accuracy.of(new int[] {0, 1}, new int[] {0, 0}, 2, 10);
        Accuracy second = Accuracy.of(new int[] {2}, new int[] {2}, 1, 10);
        Accuracy both = Accuracy.merged(List.of(first, second));
        assertThat(both.correct()).isEqualTo(2);
        assertThat(both.topFive()).isEqualTo(3);
        assertThat(both.images()).isEqualTo(3);
        assertThat(both.labels()).containsExactly(0, 1, 2);
        assertThat(both.predicted()).containsExactly(0, 0, 2);
        assertThat(both.first(2).correct()).as("those of the first part").isEqualTo(first.correct());
        assertThat(both.first(3)).isSameAs(both);
    }

    /** Published example: 81 of 263 gives 0.2553 to 0.3662 (Newcombe, Stat. Med. 17, 1998, table I). */
    @Test
    void wilsonAgreesWithPublishedIntervals() {
        Interval interval = Interval.wilson(81, 263, Interval.Z95);
        assertThat(interval.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3662, within(5e-5));
        Interval none = Interval.wilson(0, 20, Interval.Z95);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.1611, within(5e-5));
    }

    /** Half of Wilson's 95 % interval over 1.96 near the ends, e.g. z / (2 n) / (1 + z^2 / n) at 0; never 0, and rising with p. */
    @Test
    void theStandardErrorIsNothingNowhere() {
        assertThat(accuracy(0, 20, 10).standardError()).isCloseTo(0.04899911 / 1.19207294, within(1e-7));
        assertThat(accuracy(20, 20, 10).standardError())
                .isCloseTo(accuracy(0, 20, 10).standardError(), within(1e-12));
        assertThat(accuracy(915, 1000, 10).standardError()).isEqualTo(Math.sqrt(0.915 * (1 - 0.915) / 1000));
        for (int images : new int[] {10, 20, 100, 1000}) {
            for (int right = 1; right <= images / 2; right++) {
                assertThat(accuracy(right, images, 10).standardError())
                        .as("%d of %d", right, images)
                        .isGreaterThan(accuracy(right - 1, images, 10).standardError());
            }
        }
        assertThat(accuracy(0, 1, 10).standardError()).isBetween(0.1, 0.5);
    }

    @Test
    void chanceIsRecognisedForAnyNumberOfClasses() {
        assertThat(accuracy(100, 1000, 10).nearChance()).isTrue();
        assertThat(accuracy(185, 1000, 10).nearChance()).isTrue();
        assertThat(accuracy(250, 1000, 10).nearChance()).isFalse();
        assertThat(accuracy(915, 1000, 10).nearChance()).isFalse();
        assertThat(accuracy(15, 1000, 100).nearChance()).isTrue();
        assertThat(accuracy(600, 1000, 100).nearChance()).isFalse();
        assertThat(accuracy(520, 1000, 2).nearChance()).isTrue();
        assertThat(accuracy(900, 1000, 2).nearChance()).isFalse();
    }

    /** Of a network that is right half the time, one in a hundred draws of ten may be accused, no more. */
    @Test
    void fewImagesAccuseNoNetworkThatWorks() {
        assertThat(accuracy(0, 1, 10).nearChance()).isFalse();
        assertThat(accuracy(1, 1, 10).nearChance()).isFalse();
        assertThat(accuracy(2, 10, 10).nearChance()).isFalse();
        assertThat(accuracy(5, 10, 2).nearChance()).isFalse();
        assertThat(accuracy(1, 2, 1000).nearChance()).isFalse();
        double accused = 0;
        for (int correct = 0; correct <= 10; correct++) {
            accused += accuracy(correct, 10, 10).nearChance() ? binomial(10, correct) / 1024 : 0;
        }
        assertThat(accused).isLessThan(0.011);
    }

    @Test
    void moreImagesTellGuessing() {
        assertThat(accuracy(0, 10, 10).nearChance()).isTrue();
        assertThat(accuracy(10, 100, 10).nearChance()).isTrue();
        assertThat(accuracy(51, 300, 10).nearChance()).isTrue();
        assertThat(accuracy(1, 300, 1000).nearChance()).isTrue();
        assertThat(accuracy(20, 40, 2).nearChance()).isTrue();
    }

    private static double binomial(int n, int k) {
        return k == 0 ? 1 : binomial(n, k - 1) * (n - k + 1) / k;
    }

    /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 32; t(7, 97.5 %) = 2.364624 from tables. */
    @Test
    void summaryOverSeeds() {
        AccuracySummary summary = AccuracySummary.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
        double deviation = Math.sqrt(32 / 7.0);
        assertThat(summary.mean()).isEqualTo(5);
        assertThat(summary.standardDeviation()).isCloseTo(deviation, within(1e-12));
        assertThat(summary.standardError()).isCloseTo(deviation / Math.sqrt(8), within(1e-12));
        assertThat(summary.interval95().high()).isCloseTo(5 + 2.364624 * deviation / Math.sqrt(8), within(1e-5));
        assertThat(AccuracySummary.of(List.of(0.9)).standardDeviation()).isNaN();
        assertThatThrownBy(() -> AccuracySummary.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Accuracy accuracy(int correct, int images, int classes) {
        return new Accuracy(correct, images, classes);
    }
}
