package org.driftscope.sample.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneGeneratorTest {
    @Test
    void theFirstImagesAreTheSameBytesOnEveryMachine() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        SceneGenerator generator = new SceneGenerator(1);
        for (int i = 0; i < 20; i++) {
            digest.update(generator.draw("evaluation", i).pixels());
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("63fcac1ea69827786adc8ebfc6ad9d4ab23dfc6b395139e3ad23c159e6a83b63");
    }

    @Test
    void anImageDependsOnItsPlaceOnly() {
        byte[] late = new SceneGenerator(1).draw("train", 500).pixels();
        SceneGenerator other = new SceneGenerator(1);
        other.draw("train", 3);
        assertThat(other.draw("train", 500).pixels()).isEqualTo(late);
        assertThat(other.draw("evaluation", 500).pixels()).isNotEqualTo(late);
        assertThat(new SceneGenerator(2).draw("train", 500).pixels()).isNotEqualTo(late);
    }

    @Test
    void classesTakeTurns() {
        SceneGenerator generator = new SceneGenerator(1);
        for (int i = 0; i < 20; i++) {
            assertThat(generator.draw("train", i).label()).isEqualTo(i % 10);
        }
        assertThat(ShapeClass.titles()).hasSize(10).doesNotHaveDuplicates().contains("five point star");
    }

    @Test
    void masksCoverTheAreaOfTheirOutline() {
        Pose pose = new Pose(16.3, 15.1, 9, 7, 0.4);
        double square = Mask.of(ShapeOutline.polygon(-1, -1, 1, -1, 1, 1, -1, 1).placed(pose))
                .area();
        double circle = Mask.of(ShapeOutline.around(48, 1).placed(pose)).area();
        assertThat(square).isCloseTo(4 * 9 * 7, within(1.0));
        assertThat(circle).isCloseTo(Math.PI * 9 * 7, within(2.0));
    }

    @Test
    void aHoleIsLeftOpenByTheEvenOddRule() {
        double[] outer = {4, 4, 28, 4, 28, 28, 4, 28};
        double[] inner = {10, 10, 22, 10, 22, 22, 10, 22};
        assertThat(Mask.of(new ShapeOutline(List.of(outer, inner))).area()).isCloseTo(24 * 24 - 12 * 12, within(0.01));
    }

    @Test
    void shapesOutsideThePictureAreCutOff() {
        ShapeOutline beyond = ShapeOutline.polygon(-50, -50, 80, -50, 80, 80, -50, 80);
        assertThat(Mask.of(beyond).area()).isCloseTo(32 * 32, within(0.01));
    }
}
