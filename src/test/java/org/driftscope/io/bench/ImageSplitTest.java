package org.driftscope.io.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.driftscope.data.MemoryImages;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;

class ImageSplitTest {
    @Test
    void calibrationImagesAreNeverScored() {
        ImageSplit split = ImageSplit.of(MemoryImages.counting(100, 1, 2, 10), 0);
        assertThat(split.evaluation().count()).isEqualTo(80);
        assertThat(split.calibration().count()).isEqualTo(20);
        float[] pixels = new float[4];
        split.evaluation().read(79, pixels, 0);
        assertThat(pixels[0]).isEqualTo(79);
        split.calibration().read(0, pixels, 0);
        assertThat(pixels[0]).isEqualTo(80);
        assertThatThrownBy(() -> ImageSplit.of(MemoryImages.counting(4, 1, 2, 2), 0))
                .isInstanceOf(DataFormatException.class);
    }

    @Test
    void manyImagesAreScoredInPart() {
        ImageSplit split = ImageSplit.of(MemoryImages.counting(20_000, 1, 1, 10), 2000);
        assertThat(split.evaluation().count()).isEqualTo(2000);
        assertThat(split.calibration().count()).isEqualTo(1000);
    }
}
