package org.driftscope.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.driftscope.experiment.LayerBytes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final long MEBI = 1L << 20;

    @Test
    void aSmallNetworksTrialsTakeAllThreads() {
        assertThat(SideBySide.trials(dense(20), 16, 256 * MEBI)).isEqualTo(16);
    }

    @Test
    void aLargeNetworksTrialsAreAsManyAsTheHeapHolds() {
        Network large = dense(2000);
        long each = LayerBytes.ofTrial(large);
        assertThat(each).isEqualTo((24 + 2 + 8 + 24) * 2000L * 2000);
        assertThat(SideBySide.trials(large, 16, 6 * each)).isEqualTo(3);
        assertThat(SideBySide.trials(large, 2, 4 * each)).isEqualTo(2);
        assertThat(SideBySide.trials(large, 16, each)).isEqualTo(1);
    }

    private static Network dense(int size) {
        Tensor weights = Tensor.floats(new float[size * size], size, size);
        return Graphs.network(13, Map.of("w", weights), Graphs.node("MatMul", "y", "x", "w"));
    }
}
