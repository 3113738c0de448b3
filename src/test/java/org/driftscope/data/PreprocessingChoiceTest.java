package org.driftscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.driftscope.data.PreprocessingChoice.Request;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;

class PreprocessingChoiceTest {
    private final ImageSource colour = MemoryImages.counting(4, 3, 32, 2);
    private final ImageSource grey = MemoryImages.counting(4, 1, 28, 2);

    @Test
    void withoutARequestTheDataDecideAndTheSentenceSaysSo() {
        PreprocessingChoice choice = PreprocessingChoice.of(Request.none(), colour);
        assertThat(choice.preprocessing()).isEqualTo(Preprocessing.preset("unit"));
        assertThat(choice.asked()).isFalse();
        assertThat(choice.sentence()).isEqualTo("Preprocessing is unit, which the content of memory suggests.");
    }

    @Test
    void aPresetIsTakenAsAsked() {
        PreprocessingChoice choice = PreprocessingChoice.of(Request.preset("cifar10"), colour);
        assertThat(choice.preprocessing().name()).isEqualTo("cifar10");
        assertThat(choice.asked()).isTrue();
    }

    @Test
    void numbersFillTheRestWithTheUsual() {
        Preprocessing p = PreprocessingChoice.of(new Request(null, null, List.of(0.5), List.of()), grey)
                .preprocessing();
        float[] pixels = {0, 255};
        p.applyInPlace(pixels, 0, 1, 2);
        assertThat(pixels[0]).isCloseTo(-0.5f, within(1e-6f));
        assertThat(pixels[1]).isCloseTo(0.5f, within(1e-6f));
    }

    @Test
    void contradictionsAndWrongChannelsAreRefused() {
        assertThatThrownBy(() -> PreprocessingChoice.of(new Request("unit", 1.0, List.of(), List.of()), grey))
                .isInstanceOf(SpecException.class);
        assertThatThrownBy(() -> PreprocessingChoice.of(Request.preset("cifar10"), grey))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("1 channels of memory");
        assertThatThrownBy(() -> PreprocessingChoice.of(Request.preset("imagnet"), colour))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("imagenet");
        assertThatThrownBy(() ->
                        PreprocessingChoice.of(new Request(null, null, List.of(), List.of(1.0, 0.0, 1.0)), colour))
                .isInstanceOf(SpecException.class);
    }

    /** Archived trials are found by this text. */
    @Test
    void aPreprocessingsTextStaysWhatItWas() {
        assertThat(Preprocessing.preset("unit"))
                .hasToString("Preprocessing[name=unit, scale=0.00392156862745098, mean=[0.0], std=[1.0]]");
    }

    @Test
    void presetsSpanWhatTheyPromise() {
        assertThat(ends("signed")).containsExactly(-1f, 1f);
        assertThat(ends("unit")).containsExactly(0f, 1f);
        assertThat(ends("raw")).containsExactly(0f, 255f);
        float[] red = {200, 0, 0};
        Preprocessing.preset("caffe").applyInPlace(red, 0, 3, 1);
        assertThat(red).containsExactly(-104f, -117f, 77f);
    }

    private static float[] ends(String preset) {
        float[] pixels = {0, 255};
        Preprocessing.preset(preset).applyInPlace(pixels, 0, 1, 2);
        return pixels;
    }

    @Test
    void presetsAgreeWithTheFormula() {
        for (String name : Preprocessing.presets()) {
            Preprocessing p = Preprocessing.preset(name);
            float[] pixels = {9, 10, 20, 30};
            p.applyInPlace(pixels, 1, 3, 1);
            assertThat(pixels[0]).isEqualTo(9);
            for (int c = 0; c < 3; c++) {
                double mean = p.mean().get(p.mean().size() == 1 ? 0 : c);
                double std = p.std().get(p.std().size() == 1 ? 0 : c);
                double raw = p.reversed() ? (3 - c) * 10 : (c + 1) * 10;
                double expected = (raw * p.scale() - mean) / std;
                assertThat((double) pixels[c + 1]).isCloseTo(expected, within(1e-5));
            }
        }
    }
}
