package org.driftscope.calibration.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.RandomSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatchLayoutTest {
    private static final int IMAGES = 3;
    private static final int CHANNELS = 4;
    private static final int HEIGHT = 7;
    private static final int WIDTH = 9;

    /** A geometry and the output size it must give on 7 x 9. */
    record Case(ConvGeometry geometry, int groups, int outputsH, int outputsW, int padTop, int padLeft) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(new ConvGeometry(3, 3, 1, 1, 1, 1, 1, 1, 1, 1, "NOTSET"), 1, 7, 9, 1, 1),
                new Case(new ConvGeometry(3, 3, 2, 2, 1, 1, 1, 1, 1, 1, "NOTSET"), 1, 4, 5, 1, 1),
                new Case(new ConvGeometry(1, 1, 2, 1, 0, 0, 0, 0, 1, 1, "NOTSET"), 2, 4, 9, 0, 0),
                new Case(new ConvGeometry(3, 2, 1, 3, 0, 2, 3, 0, 2, 1, "NOTSET"), 4, 6, 4, 0, 2),
                new Case(new ConvGeometry(5, 5, 1, 1, 0, 0, 0, 0, 1, 1, "VALID"), 1, 3, 5, 0, 0),
                new Case(new ConvGeometry(2, 2, 1, 1, 0, 0, 0, 0, 1, 1, "SAME_UPPER"), 1, 7, 9, 0, 0),
                new Case(new ConvGeometry(2, 2, 1, 1, 0, 0, 0, 0, 1, 1, "SAME_LOWER"), 1, 7, 9, 1, 1),
                new Case(new ConvGeometry(7, 9, 1, 1, 12, 12, 12, 12, 1, 1, "NOTSET"), 1, 25, 25, 12, 12));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void convolutionPatchesMatchTheDefinition(Case c) {
        float[] input = random(IMAGES * CHANNELS * HEIGHT * WIDTH);
        AnalogLayer layer = convolution(c.geometry(), CHANNELS / c.groups(), c.groups());
        PatchLayout layout = PatchLayout.of(layer, new long[] {IMAGES, CHANNELS, HEIGHT, WIDTH});
        assertThat(layout.lines()).isEqualTo(IMAGES * c.outputsH());
        assertThat(layout.lineLength()).isEqualTo(c.outputsW());
        for (int group = 0; group < c.groups(); group++) {
            assertLines(c, layout, input, group, 0, layout.lines());
            assertLines(c, layout, input, group, 2, 5);
        }
    }

    @Test
    void oneDimensionalInputsHaveHeightOne() {
        AnalogLayer layer = convolution(new ConvGeometry(1, 3, 1, 1, 0, 1, 0, 1, 1, 1, "NOTSET"), 2, 1);
        PatchLayout layout = PatchLayout.of(layer, new long[] {1, 2, 4});
        float[] target = new float[6 * 4];
        layout.copy(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, 0, 1, target);
        assertThat(target).containsExactly(0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 0, 0, 5, 6, 7, 5, 6, 7, 8, 6, 7, 8, 0);
    }

    @Test
    void denseLayersSeeEveryRowOfTheirInput() {
        PatchLayout layout = PatchLayout.of(dense(3), new long[] {2, 2, 3});
        assertThat(layout.lines() * layout.lineLength()).isEqualTo(4);
        float[] target = new float[6];
        layout.copy(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 0, 1, 3, target);
        assertThat(target).containsExactly(3, 6, 4, 7, 5, 8);
    }

    @Test
    void anArrayThatDoesNotFitIsRefusedByTheLayersName() {
        assertThatThrownBy(() -> PatchLayout.of(dense(3), new long[] {2, 4}))
                .isInstanceOf(IncompatibleShapeException.class)
                .hasMessageContaining("dense");
    }

    @Test
    void momentsMatchTheNaiveSumWhateverTheBatches() {
        ConvGeometry geometry = new ConvGeometry(3, 3, 1, 1, 1, 1, 1, 1, 1, 1, "NOTSET");
        AnalogLayer layer = convolution(geometry, 2, 2);
        float[] input = random(40 * CHANNELS * HEIGHT * WIDTH);
        MomentAccumulator accumulator = new MomentAccumulator(layer, 40);
        accumulator.add(input, new long[] {40, CHANNELS, HEIGHT, WIDTH}, 40);
        LayerStatistics statistics = accumulator.finish();
        assertThat(statistics.patches()).isEqualTo(40 * HEIGHT * WIDTH);
        assertThat(statistics.groups()).isEqualTo(2);
        PatchLayout layout = PatchLayout.of(layer, new long[] {40, CHANNELS, HEIGHT, WIDTH});
        float[] patches = new float[18 * 40 * HEIGHT * WIDTH];
        layout.copy(input, 1, 0, layout.lines(), patches);
        for (int i = 0; i < 18; i++) {
            assertThat(statistics.mean().get(1)[i]).isCloseTo(mean(patches, i), within(1e-9));
            for (int j = 0; j < 18; j++) {
                assertThat(statistics.gram().get(1)[i * 18 + j]).isCloseTo(moment(patches, i, j), within(1e-6));
            }
        }
    }

    private static void assertLines(Case c, PatchLayout layout, float[] input, int group, int from, int to) {
        float[] target = new float[layout.rows() * (to - from) * c.outputsW()];
        Arrays.fill(target, Float.NaN);
        layout.copy(input, group, from, to, target);
        int at = 0;
        ConvGeometry g = c.geometry();
        for (int channel = 0; channel < CHANNELS / c.groups(); channel++) {
            for (int ky = 0; ky < g.kernelH(); ky++) {
                for (int kx = 0; kx < g.kernelW(); kx++) {
                    for (int line = from; line < to; line++) {
                        for (int x = 0; x < c.outputsW(); x++) {
                            int row = line % c.outputsH() * g.strideH() - c.padTop() + ky * g.dilationH();
                            int col = x * g.strideW() - c.padLeft() + kx * g.dilationW();
                            int source = group * CHANNELS / c.groups() + channel;
                            assertThat(target[at++]).isEqualTo(pixel(input, line / c.outputsH(), source, row, col));
                        }
                    }
                }
            }
        }
    }

    private static float pixel(float[] input, int image, int channel, int row, int col) {
        boolean inside = row >= 0 && row < HEIGHT && col >= 0 && col < WIDTH;
        return inside ? input[((image * CHANNELS + channel) * HEIGHT + row) * WIDTH + col] : 0;
    }

    private static double mean(float[] patches, int row) {
        int count = patches.length / 18;
        double sum = 0;
        for (int p = 0; p < count; p++) {
            sum += patches[row * count + p];
        }
        return sum / count;
    }

    private static double moment(float[] patches, int row, int col) {
        int count = patches.length / 18;
        double sum = 0;
        for (int p = 0; p < count; p++) {
            sum += (double) patches[row * count + p] * patches[col * count + p];
        }
        return sum / count;
    }

    private static AnalogLayer convolution(ConvGeometry geometry, int groupChannels, int groups) {
        int rows = groupChannels * geometry.kernelH() * geometry.kernelW();
        return layer("Conv", rows, groups, geometry);
    }

    private static AnalogLayer dense(int rows) {
        return layer("Gemm", rows, 1, null);
    }

    private static AnalogLayer layer(String op, int rows, int groups, @Nullable ConvGeometry geometry) {
        String name = geometry == null ? "dense" : "conv";
        return new AnalogLayer(name, 0, op, rows, 8, groups, geometry, "x", "w", "");
    }

    private static float[] random(int count) {
        double[] normals = RandomSource.of(2).gaussians(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) normals[i];
        }
        return values;
    }
}
