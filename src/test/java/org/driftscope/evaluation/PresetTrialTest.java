package org.driftscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSource;
import org.driftscope.data.MemoryImages;
import org.junit.jupiter.api.Test;

class PresetTrialTest {
    private static final int IMAGES = 2000;
    private static final int CLASSES = 10;

    @Test
    void everyClassIsLookedAtWhetherSortedOrInTurn() {
        assertThat(classes(i -> i % CLASSES)).as("in turn").isEqualTo(CLASSES);
        assertThat(classes(i -> i / (IMAGES / CLASSES))).as("sorted").isEqualTo(CLASSES);
    }

    @Test
    void theSameImagesAreDrawnEachTimeAndEachOnce() {
        assertThat(drawn(i -> i)).containsExactly(drawn(i -> i)).doesNotHaveDuplicates();
        assertThat(PresetTrial.spread(labelled(i -> i), IMAGES).label(IMAGES - 1))
                .isEqualTo(IMAGES - 1);
    }

    private static long classes(IntUnaryOperator label) {
        return IntStream.of(drawn(label)).distinct().count();
    }

    private static int[] drawn(IntUnaryOperator label) {
        ImageSource some = PresetTrial.spread(labelled(label), PresetTrial.MOST);
        return IntStream.range(0, some.count()).map(some::label).toArray();
    }

    private static ImageSource labelled(IntUnaryOperator label) {
        int[] labels = IntStream.range(0, IMAGES).map(label).toArray();
        return new MemoryImages(1, 1, 1, new float[IMAGES][1], labels, "unit");
    }
}
