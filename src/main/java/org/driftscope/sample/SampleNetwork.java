package org.driftscope.sample;

import java.util.List;
import org.driftscope.network.Network;
import org.driftscope.network.ValueShape;
import org.driftscope.support.RandomSource;

/**
 * The sample's network before training: ResNet-20 for 32 x 32 images (He et al., CVPR 2016, section 4.2) with 16, 32 and
 * 64 channels, three blocks each, and 1x1 convolutions where a block changes size.
 */
final class SampleNetwork {
    private static final int[] WIDTHS = {16, 32, 64};
    private static final int BLOCKS = 3;

    private SampleNetwork() {}

    /** The network with weights drawn from {@code random}. */
    static Network untrained(int classes, RandomSource random) {
        GraphBuilder graph = new GraphBuilder(random);
        String value = graph.convolution("images", "conv1", "bn1", 3, WIDTHS[0], 3, 1);
        value = graph.plain("Relu", "relu", value);
        int channels = WIDTHS[0];
        for (int stage = 0; stage < WIDTHS.length; stage++) {
            for (int block = 0; block < BLOCKS; block++) {
                String name = "layer" + (stage + 1) + "." + block;
                value = block(graph, name, value, channels, WIDTHS[stage], stage > 0 && block == 0 ? 2 : 1);
                channels = WIDTHS[stage];
            }
        }
        value = graph.plain("GlobalAveragePool", "avgpool", value);
        value = graph.plain("Flatten", "flatten", value);
        value = graph.dense(value, "fc", channels, classes);
        ValueShape input = new ValueShape("images", List.of(-1L, 3L, 32L, 32L));
        return graph.build("sample", input, value, classes);
    }

    private static String block(GraphBuilder graph, String name, String input, int inputs, int outputs, int stride) {
        String first = graph.convolution(input, name + ".conv1", name + ".bn1", inputs, outputs, 3, stride);
        String active = graph.plain("Relu", name + ".relu1", first);
        String second = graph.convolution(active, name + ".conv2", name + ".bn2", outputs, outputs, 3, 1);
        String shortcut = input;
        if (stride != 1) {
            shortcut = graph.convolution(
                    input, name + ".downsample.0", name + ".downsample.1", inputs, outputs, 1, stride);
        }
        String sum = graph.plain("Add", name + ".add", second, shortcut);
        return graph.plain("Relu", name + ".relu2", sum);
    }
}
