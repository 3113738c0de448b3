package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftscope.network.Graphs.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.ValueShape;
import org.driftscope.support.ModelFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputedBiasTest {
    @TempDir
    Path folder;

    @Test
    void aConvolutionWithAComputedBiasIsRefusedNotRunWithoutIt() {
        Attributes overAll = Attributes.of(Map.of("axes", new long[] {0, 2, 3}, "keepdims", 0L));
        Network open = Graphs.network(
                13,
                Map.of("w.weight", Graphs.ramp(3, 3, 1, 1)),
                node("ReduceMean", "computed", overAll, "x"),
                node("Conv", "conv", "x", "w.weight", "computed"),
                node("GlobalAveragePool", "pool", "conv"),
                node("Flatten", "scores", "pool"));
        Path file = folder.resolve("computed.onnx");
        ValueShape input = new ValueShape("x", List.of(-1L, 3L, 4L, 4L));
        OnnxWriter.write(open.withInput(open.nodes(), open.constants(), input), file);
        assertThatThrownBy(() -> OnnxReader.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("bias 'computed'");
    }
}
