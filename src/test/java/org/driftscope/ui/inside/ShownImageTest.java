package org.driftscope.ui.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.driftscope.data.InputPicture;
import org.junit.jupiter.api.Test;

class ShownImageTest {
    private static final int LABEL = 1;

    private static ShownImage image(boolean... right) {
        Map<NetworkState, Answer> answers = new EnumMap<>(NetworkState.class);
        for (int i = 0; i < right.length; i++) {
            answers.put(NetworkState.values()[i], new Answer(right[i] ? LABEL : 0, 0.5));
        }
        return new ShownImage(0, LABEL, new InputPicture(1, 1, new int[1], 0, 1), answers);
    }

    @Test
    void whatBecameOfAnImage() {
        assertThat(image(true, true).fate()).isEqualTo(ShownImage.Fate.RIGHT);
        assertThat(image(true, false).fate()).isEqualTo(ShownImage.Fate.BROKEN);
        assertThat(image(true, false, false).fate()).isEqualTo(ShownImage.Fate.BROKEN);
        assertThat(image(true, false, true).fate()).isEqualTo(ShownImage.Fate.REPAIRED);
        assertThat(image(true, true, false).fate()).isEqualTo(ShownImage.Fate.LOST);
        assertThat(image(false, true, true).fate()).isEqualTo(ShownImage.Fate.OTHER);
        assertThat(image(true, false, true).isBrokenByDrift()).isTrue();
        assertThat(image(false, false).isBrokenByDrift()).isFalse();
    }

    @Test
    void scoresThatAreProbabilitiesAreTakenAsSuch() {
        assertThat(Answer.of(new float[] {0.1f, 0.7f, 0.2f})).isEqualTo(new Answer(1, 0.7f));
        Answer logits = Answer.of(new float[] {-1, 1000, 999});
        assertThat(logits.label()).isEqualTo(1);
        assertThat(logits.confidence()).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-9));
    }
}
