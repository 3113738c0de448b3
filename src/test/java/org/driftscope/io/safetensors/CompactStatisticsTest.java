package org.driftscope.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftscope.calibration.statistics.CompactMoments;
import org.driftscope.calibration.statistics.FactoredMoments;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

/** Statistics of layers too large for whole matrices in a file. */
class CompactStatisticsTest {
    private static final int INPUTS = 1100;
    private static final int OUTPUTS = 600;

    private final Network network = Graphs.network(
            13,
            Map.of("w", Tensor.floats(new float[OUTPUTS * INPUTS], OUTPUTS, INPUTS, 1, 1)),
            Graphs.node("Conv", "y", "x", "w"));
    private final AnalogLayer layer = network.analogLayers().get(0);
    private final StatisticsCodec codec = new StatisticsCodec(layer);

    /** Patches with a few strong directions, as layers' inputs have. */
    private static FactoredMoments moments(int order, int patches, boolean centred) {
        double[] strong = RandomSource.of(1).gaussians(5 * order);
        double[] mixing = RandomSource.of(2).gaussians(5 * patches);
        double[] weak = RandomSource.of(3).gaussians(order * patches);
        float[] factors = new float[order * patches];
        double[] mean = new double[order];
        for (int i = 0; i < order; i++) {
            mean[i] = centred ? 0 : 0.1;
            for (int p = 0; p < patches; p++) {
                double value = 0.05 * weak[i * patches + p];
                for (int k = 0; k < 5; k++) {
                    value += strong[k * order + i] * mixing[k * patches + p];
                }
                factors[i * patches + p] = (float) (value / Math.sqrt(patches));
            }
        }
        return new FactoredMoments(factors, new float[0], mean);
    }

    private static double[] variances(InputMoments moments) {
        return moments.diagonal();
    }

    private LayerStatistics written() {
        return new LayerStatistics(layer.name(), INPUTS, List.<InputMoments>of(moments(INPUTS, 400, false)), 400, 10);
    }

    @Test
    void leadingDirectionsAndEveryInputsVarianceSurviveTheFile() throws Exception {
        LayerStatistics written = written();
        Map<String, Tensor> tensors = codec.encode(written, null);
        assertThat(tensors.get("factors").shape()).containsExactly(INPUTS, CompactMoments.DIRECTIONS);
        LayerStatistics read = codec.statistics(tensors, 10);
        assertThat(read.patches()).isEqualTo(400);
        double[] expected = variances(written.moments().get(0));
        assertThat(variances(read.moments().get(0))).containsExactly(expected, within(1e-4));
        double[] whole = written.moments().get(0).gram();
        double[] cut = read.moments().get(0).gram();
        double lost = 0;
        double all = 0;
        for (int i = 0; i < whole.length; i++) {
            lost += (whole[i] - cut[i]) * (whole[i] - cut[i]);
            all += whole[i] * whole[i];
        }
        assertThat(Math.sqrt(lost / all)).isLessThan(1e-3);
    }

    @Test
    void aLargeFisherMatrixIsCutShortToo() throws Exception {
        double[] fisher = moments(OUTPUTS, 300, true).gram();
        Map<String, Tensor> tensors = codec.encode(written(), new OutputFisher(49, List.of(fisher)));
        assertThat(tensors).doesNotContainKey("fisher");
        OutputFisher read = codec.fisher(tensors);
        assertThat(read).isNotNull();
        for (int i = 0; i < OUTPUTS; i++) {
            assertThat(read.groups().get(0)[i * OUTPUTS + i]).isCloseTo(fisher[i * OUTPUTS + i], within(1e-4));
        }
    }

    @Test
    void aNegativeRestIsRefused() {
        Map<String, Tensor> tensors = new TreeMap<>(codec.encode(written(), null));
        float[] rest = tensors.get("rest").floats().clone();
        rest[3] = -1;
        tensors.put("rest", Tensor.floats(rest, 1, INPUTS));
        assertThatThrownBy(() -> codec.statistics(tensors, 10)).hasMessageContaining("negative");
    }
}
