package org.driftscope.crossbar.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.driftscope.calibration.Vectors;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Converters and their ranges against values computed elsewhere. */
class ConverterTest {
    @BeforeEach
    void vectors() {
        Vectors.assumePresent();
    }

    @Test
    void levelsAreThoseOfTheReferenceWithHalvesToEven() {
        for (int bits : new int[] {2, 4, 5, 6, 8}) {
            String name = "adc" + bits;
            assertConverts(Converter.between(bits, -1, 1), name, "asym");
            assertConverts(Converter.between(bits, 0, 1), name, "pos");
            assertConverts(Converter.signMagnitude(bits, 1), name, "signmag");
        }
    }

    private static void assertConverts(Converter converter, String name, String kind) {
        double[] x = Vectors.array(name + ".x");
        double[] expected = Vectors.array(name + "." + kind);
        float[] single = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            assertThat(converter.convert(x[i]))
                    .as(name + " " + kind + " of " + x[i])
                    .isEqualTo(expected[i]);
            single[i] = (float) x[i];
        }
        converter.convertInPlace(single);
        for (int i = 0; i < x.length; i++) {
            double place = (Math.max(converter.low(), Math.min(1, x[i])) - converter.origin()) * converter.steps();
            // single precision may see a half where there is nearly one
            boolean nearHalf = Math.abs(place - Math.floor(place) - 0.5) < 1e-5;
            double level = nearHalf ? 0.51 / converter.steps() : 2e-7;
            assertThat((double) single[i]).isCloseTo(nearHalf ? x[i] : expected[i], within(level));
        }
    }

    @Test
    void theRangeOfLeastErrorIsTheReferences() {
        double[] values = Vectors.array("adcrange.y");
        float[] sums = floats(values);
        double greatest = Vectors.array("adcrange.max")[0];
        double[] expected = Vectors.array("adcrange.l1");
        int[] bits = {4, 5, 6, 8};
        for (int i = 0; i < bits.length; i++) {
            assertThat(ConverterRange.leastError(sums, greatest, bits[i])).isCloseTo(expected[i], within(1e-9));
        }
        float[] magnitudes = sums.clone();
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = Math.abs(magnitudes[i]);
        }
        assertThat(ConverterRange.quantile(magnitudes, 0.999))
                .isCloseTo(Vectors.array("adcrange.p999")[0], within(1e-6));
    }

    @Test
    void inputsAfterAReluHaveALevelAtZeroAndNoneBelow() {
        float[] inputs = floats(RandomSource.of(1).gaussians(10_000));
        assertThat(ConverterRange.ofInputs(inputs, 4).low()).isLessThan(-3);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Math.max(0, inputs[i]);
        }
        Converter positive = ConverterRange.ofInputs(inputs, 4);
        assertThat(positive.low()).isZero();
        assertThat(positive.convert(0)).isZero();
        assertThat(ConverterRange.ofInputs(new float[5], 4).convert(0.3)).isCloseTo(0.3, within(0.04));
    }

    @Test
    void aLayerWithoutOutputsHasARangeAllTheSame() {
        assertThat(ConverterRange.leastError(new float[3], 0, 4)).isEqualTo(1);
    }

    @Test
    void bitsAreWholeAndOneIsTooFew() {
        for (double refused : new double[] {1, 2.5, 17, -1, Double.NaN}) {
            assertThatThrownBy(() -> CircuitSpec.ideal().with(CircuitSettings.ADC_BITS, refused))
                    .isInstanceOf(SpecException.class)
                    .hasMessageContaining("2 to 16");
        }
        assertThat(CircuitSpec.ideal().with(CircuitSettings.DAC_BITS, 2).hasConverters())
                .isTrue();
    }

    @Test
    void quickNormalsAreStandardNormal() {
        float[] drawn = new float[400_003];
        QuickNormals.fill(17, drawn, drawn.length);
        double[] powers = new double[5];
        int beyondTwo = 0;
        double neighbours = 0;
        for (int i = 0; i < drawn.length; i++) {
            for (int p = 1; p < powers.length; p++) {
                powers[p] += Math.pow(drawn[i], p) / drawn.length;
            }
            beyondTwo += Math.abs(drawn[i]) > 2 ? 1 : 0;
            neighbours += i == 0 ? 0 : drawn[i] * drawn[i - 1] / (double) drawn.length;
        }
        assertThat(powers[1]).isCloseTo(0, within(0.006));
        assertThat(powers[2]).isCloseTo(1, within(0.009));
        assertThat(powers[3]).isCloseTo(0, within(0.025));
        assertThat(powers[4]).isCloseTo(3, within(0.06));
        assertThat(beyondTwo / (double) drawn.length).isCloseTo(0.0455, within(0.0013));
        assertThat(neighbours).isCloseTo(0, within(0.006));
        float[] again = new float[10];
        QuickNormals.fill(17, again, 10);
        assertThat(again).startsWith(Arrays.copyOf(drawn, 8));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
