package org.driftscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.driftscope.calibration.statistics.StatisticsCollector;
import org.driftscope.data.MemoryImages;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

class BatchNormRecalibrationTest {
    private static final Tensor ONE = Tensor.floats(new float[] {1}, 1);
    private static final Tensor ZERO = Tensor.floats(new float[1], 1);

    /** Two batch norms with a convolution between that doubles. */
    private static Network network() {
        return Graphs.network(
                13,
                Map.of("one", ONE, "zero", ZERO, "m1", ZERO, "v1", ONE, "m2", ZERO, "v2", ONE, "w", weight()),
                Graphs.node("BatchNormalization", "b1", "x", "one", "zero", "m1", "v1"),
                Graphs.node("Conv", "c", "b1", "w"),
                Graphs.node("BatchNormalization", "b2", "c", "one", "zero", "m2", "v2"),
                Graphs.node("GlobalAveragePool", "p", "b2"),
                Graphs.node("Flatten", "f", "p"));
    }

    private static Tensor weight() {
        return Tensor.floats(new float[] {2}, 1, 1, 1, 1);
    }

    private static Network recalibrated(Network network) {
        return recalibrated(network, MemoryImages.counting(200, 1, 2, 2));
    }

    private static Network recalibrated(Network network, MemoryImages images) {
        return BatchNormRecalibration.run(
                network, images, Preprocessing.preset("unit"), RandomSource.of(1), Progress.none(), new CancelToken());
    }

    @Test
    void statisticsAreThoseOfTheImagesAndOfWhatTheFirstLeft() {
        Network after = recalibrated(network());
        double mean = 99.5 / 255;
        double variance = (200.0 * 200 - 1) / 12 / 255 / 255;
        assertThat(value(after, "m1")).isCloseTo(mean, within(1e-4));
        assertThat(value(after, "v1")).isCloseTo(variance, within(0.01 * variance));
        assertThat(value(after, "m2")).isCloseTo(0, within(1e-4));
        assertThat(value(after, "v2")).isCloseTo(4, within(0.04));
        assertThat(BatchNormRecalibration.parameters(after)).isEqualTo(4);
    }

    @Test
    void imagesThatOverflowAreRefused() {
        MemoryImages images = MemoryImages.counting(20, 1, 2, 2);
        images.pixels()[3][0] = 3e38f;
        assertThatThrownBy(() -> recalibrated(network(), images))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("batch norm b1 are not finite");
    }

    /** Whatever the method: where they are gathered, before any of them looks at them. */
    @Test
    void soAreStatisticsOfLayers() {
        MemoryImages images = MemoryImages.counting(20, 1, 2, 2);
        images.pixels()[3][0] = Float.POSITIVE_INFINITY;
        String layer = network().analogLayers().get(0).name();
        try (CompiledNetwork teacher = CompiledNetwork.clean(network())) {
            assertThatThrownBy(() -> StatisticsCollector.collect(
                            teacher,
                            images,
                            Preprocessing.preset("raw"),
                            List.of(layer),
                            1,
                            Progress.none(),
                            new CancelToken()))
                    .isInstanceOf(DriftscopeException.class)
                    .hasMessageContaining("layer " + layer + " are not finite");
        }
    }

    @Test
    void aNetworkWithoutBatchNormIsRefused() {
        Network folded = Graphs.network(13, Map.of("w", weight()), Graphs.node("Conv", "c", "x", "w"));
        assertThatThrownBy(() -> recalibrated(folded))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("no BatchNormalization");
    }

    private static double value(Network network, String name) {
        return network.constants().get(name).floats()[0];
    }
}
