package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.cost.AdapterParameters;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.junit.jupiter.api.Test;

class PaperSetTest {
    private static final int[] BLOCKS = {3, 4, 6, 3};

    private final Map<String, Tensor> constants = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    /** ResNet-50's graph and shapes; weights are zeros. */
    private Network resNet50() {
        String value = add("Relu", "relu", Map.of(), convolution("x", "conv1", 3, 64, 7, 2));
        value = add("MaxPool", "maxpool", Map.of("kernel_shape", new long[] {3, 3}), value);
        int channels = 64;
        for (int stage = 0; stage < BLOCKS.length; stage++) {
            for (int block = 0; block < BLOCKS[stage]; block++) {
                int width = 64 << stage;
                value = bottleneck(value, "layer" + (stage + 1) + "." + block, channels, width, block == 0);
                channels = 4 * width;
            }
        }
        value = add("Flatten", "flat", Map.of(), add("GlobalAveragePool", "mean", Map.of(), value));
        constants.put("fc.weight", zeros(1000, channels));
        constants.put("fc.bias", zeros(1000));
        add("Gemm", "fc", Map.of("transB", 1L), value, "fc.weight", "fc.bias");
        return Graphs.network(13, constants, nodes.toArray(Node[]::new));
    }

    private String bottleneck(String input, String name, int channels, int width, boolean first) {
        String inner = add("Relu", name + ".r1", Map.of(), convolution(input, name + ".conv1", channels, width, 1, 1));
        inner = add("Relu", name + ".r2", Map.of(), convolution(inner, name + ".conv2", width, width, 3, 1));
        inner = convolution(inner, name + ".conv3", width, 4 * width, 1, 1);
        String beside = first ? convolution(input, name + ".downsample", channels, 4 * width, 1, 1) : input;
        return add("Relu", name + ".r3", Map.of(), add("Add", name + ".sum", Map.of(), inner, beside));
    }

    private String convolution(String input, String name, int channels, int outputs, int kernel, int stride) {
        constants.put(name + ".weight", zeros(outputs, channels, kernel, kernel));
        String out = add("Conv", name, Map.of("strides", new long[] {stride, stride}), input, name + ".weight");
        List<String> inputs = new ArrayList<>(List.of(out));
        for (String setting : List.of("scale", "shift", "mean", "var")) {
            constants.put(name + ".bn." + setting, zeros(outputs));
            inputs.add(name + ".bn." + setting);
        }
        return add("BatchNormalization", name + ".bn", Map.of(), inputs.toArray(String[]::new));
    }

    private String add(String op, String output, Map<String, Object> settings, String... inputs) {
        nodes.add(Graphs.node(op, output, Attributes.of(settings), inputs));
        return output;
    }

    private static Tensor zeros(long... shape) {
        int size = 1;
        for (long dim : shape) {
            size *= (int) dim;
        }
        return Tensor.floats(new float[size], shape);
    }

    /** As archives and experiments of older versions have them, which kept the characters themselves. */
    @Test
    void layersAreFoundByNamesWithControlCharacters() {
        convolution("x", "co\u001bnv", 1, 2, 3, 1);
        Network network = Graphs.network(13, constants, nodes.toArray(Node[]::new));
        assertThat(new LayerChoice(List.of("co\u001bnv")).in(network)).containsExactly("co\\u001bnv");
        assertThat(new LayerChoice(List.of("*\u001bnv")).in(network)).containsExactly("co\\u001bnv");
        assertThat(new LayerChoice(List.of("co\\u001bnv")).in(network)).containsExactly("co\\u001bnv");
    }

    @Test
    void doraOfRank8OnThePapersLayersHasThePapersParameters() {
        Network network = resNet50();
        assertThat(network.analogLayers()).hasSize(54);
        assertThat(network.parameters()).isEqualTo(25_557_032);
        Set<String> chosen = new HashSet<>(new LayerChoice(List.of(LayerChoice.PAPER_SET)).in(network));
        List<AnalogLayer> layers = network.analogLayers().stream()
                .filter(layer -> chosen.contains(layer.name()))
                .toList();
        assertThat(layers).hasSize(49);
        long added = AdapterParameters.count(layers, 8, true, false);
        assertThat(added).isEqualTo(612_696);
        assertThat(100.0 * added / (network.parameters() + added)).isCloseTo(2.341, within(5e-4));
    }
}
