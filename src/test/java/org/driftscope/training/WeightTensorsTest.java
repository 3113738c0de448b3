package org.driftscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.junit.jupiter.api.Test;

class WeightTensorsTest {
    private static Network network() {
        return Graphs.network(
                13,
                Map.of(
                        "c.weight",
                        Graphs.ramp(2, 3, 2, 2),
                        "d.weight",
                        Graphs.ramp(2, 4),
                        "e.weight",
                        Graphs.ramp(4, 3)),
                Graphs.node("Conv", "c", "x", "c.weight"),
                Graphs.node("Flatten", "f", "c"),
                Graphs.node("Gemm", "d", Attributes.of(Map.of("transB", 1L, "alpha", 2f)), "f", "d.weight"),
                Graphs.node("MatMul", "e", "d", "e.weight"));
    }

    @Test
    void putsBackWhatTheNetworkGave() {
        Network network = network();
        Network same = WeightTensors.into(network, network.weights());
        network.constants()
                .forEach((name, tensor) ->
                        assertThat(same.constants().get(name).floats()).as(name).isEqualTo(tensor.floats()));
    }

    @Test
    void changesOnlyTheLayersNamed() {
        Network network = network();
        WeightMatrix zeros = new WeightMatrix(12, 2, new float[24]);
        Network changed = WeightTensors.into(network, Map.of("c", zeros));
        assertThat(changed.weights().get("c").values()).containsOnly(0f);
        assertThat(changed.weights().get("d").values())
                .isEqualTo(network.weights().get("d").values());
    }
}
