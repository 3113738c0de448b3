package org.driftscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedImagesTest {
    private static final int[] LABELS = {0, 1, 2, 3, 4, 5};

    private static Accuracy predicting(int... classes) {
        return Accuracy.of(LABELS, classes, 6, 10);
    }

    @Test
    void countsWhatOneAloneHasRight() {
        PairedImages pair = PairedImages.of(predicting(0, 1, 2, 9, 9, 9), predicting(9, 1, 2, 3, 4, -1));
        assertThat(pair).isEqualTo(new PairedImages(2, 1, 6));
        assertThat(pair.difference()).isCloseTo(1.0 / 6, within(1e-15));
        assertThat(PairedImages.of(predicting(9, 1, 2, 3, 4, -1), predicting(0, 1, 2, 9, 9, 9)))
                .isEqualTo(new PairedImages(1, 2, 6));
    }

    @Test
    void theIntervalIsTheFormulaByHand() {
        // 215 - 361 of 2000: -146/2002 and 1.96 sqrt(577 - 146^2/2002)/2002
        Interval range = new PairedImages(215, 361, 2000).interval95();
        assertThat(range.low()).isCloseTo(-0.0729271 - 0.0233 + 0.0000005, within(1.5e-4));
        assertThat(range.high() + range.low()).isCloseTo(2 * -146.0 / 2002, within(1e-12));
        assertThat(range.high() - range.low())
                .isCloseTo(2 * 1.959963984540054 * Math.sqrt(577 - 146.0 * 146 / 2002) / 2002, within(1e-12));
    }

    @Test
    void holdsTheTrueDifferenceAsOftenAsItSays() {
        Random random = new Random(5);
        int held = 0;
        int studies = 4000;
        for (int study = 0; study < studies; study++) {
            int gained = 0;
            int lost = 0;
            for (int image = 0; image < 120; image++) {
                double draw = random.nextDouble();
                gained += draw < 0.10 ? 1 : 0;
                lost += draw >= 0.10 && draw < 0.13 ? 1 : 0;
            }
            Interval range = new PairedImages(gained, lost, 120).interval95();
            held += range.low() <= 0.07 && 0.07 <= range.high() ? 1 : 0;
        }
        assertThat((double) held / studies).isBetween(0.94, 0.97);
    }

    @Test
    void alikeIsNotClearAndFewImagesNeverCertain() {
        assertThat(new PairedImages(0, 0, 10).isClear()).isFalse();
        assertThat(new PairedImages(0, 0, 10).interval95().high()).isGreaterThan(0.1);
        assertThat(new PairedImages(10, 0, 10).interval95().high()).isEqualTo(1);
        assertThat(new PairedImages(30, 2, 100).isClear()).isTrue();
    }

    @Test
    void refusesOtherImages() {
        Accuracy other = Accuracy.of(new int[] {0, 1, 2, 3, 4, 4}, LABELS, 6, 10);
        assertThatThrownBy(() -> PairedImages.of(predicting(LABELS), other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same images");
        assertThatThrownBy(() -> PairedImages.of(new Accuracy(3, 6, 10), predicting(LABELS)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PairedImages(4, 3, 6)).isInstanceOf(IllegalArgumentException.class);
    }
}
