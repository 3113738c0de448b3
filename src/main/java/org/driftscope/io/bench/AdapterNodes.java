package org.driftscope.io.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Attributes;
import org.driftscope.network.GraphEdit;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;

/**
 * Low-rank adapters as nodes beside the layers they correct, so that a graph shows what is on the crossbar and what is
 * digital: {@code y = (W x + B (A x)) * scale + bias}. Constants are called {@code LAYER.lora_A}, {@code .lora_B},
 * {@code .scale} and {@code .adapter_bias}.
 */
final class AdapterNodes {
    private final GraphEdit graph;

    private AdapterNodes(Network network) {
        this.graph = new GraphEdit(network);
    }

    /** Whether a layer's adapter can stand beside it; if not, it has to be folded into its weights. */
    static boolean canStandBeside(AnalogLayer layer, Node node, LowRankAdapter adapter) {
        boolean conv = layer.op().equals("Conv");
        boolean plainGemm = layer.op().equals("Gemm")
                && node.attributes().integer("transA", 0) == 0
                && (node.inputs().size() < 3 || !layer.biasValue().isEmpty());
        boolean flat = conv && layer.geometry() != null;
        return adapter.rank() > 0
                && layer.groups() == 1
                && (flat || plainGemm || layer.op().equals("MatMul"));
    }

    /**
     * @param onChip the network with the chip's weights
     * @param adapters by layer's name; each can stand beside its layer
     * @param changes what each layer comes to, by name
     */
    static Network add(Network onChip, Map<String, LowRankAdapter> adapters, Map<String, LayerChange> changes) {
        AdapterNodes added = new AdapterNodes(onChip);
        Map<Integer, AnalogLayer> layers = new HashMap<>();
        onChip.analogLayers().forEach(layer -> layers.put(layer.nodeIndex(), layer));
        for (int i = 0; i < onChip.nodes().size(); i++) {
            AnalogLayer layer = layers.get(i);
            Node node = onChip.nodes().get(i);
            LowRankAdapter adapter = layer == null ? null : adapters.get(layer.name());
            LayerChange change = layer == null ? null : changes.get(layer.name());
            if (layer == null || adapter == null || change == null) {
                added.graph.add(node);
            } else {
                added.beside(layer, node, adapter, change);
            }
        }
        return added.graph.network();
    }

    private void beside(AnalogLayer layer, Node node, LowRankAdapter adapter, LayerChange change) {
        boolean conv = layer.op().equals("Conv");
        String name = layer.name();
        Map<String, Object> attributes = new HashMap<>(node.attributes().asMap());
        attributes.remove("beta");
        List<String> bare = node.inputs().subList(0, 2);
        String crossbar = graph.add(node.op(), name + ".crossbar", Attributes.of(attributes), bare.get(0), bare.get(1));
        String reduced = conv
                ? graph.add("Conv", name + ".down", Attributes.of(attributes), bare.get(0), a(layer, adapter))
                : graph.add("MatMul", name + ".down", Attributes.none(), bare.get(0), a(layer, adapter));
        String correction =
                graph.add(conv ? "Conv" : "MatMul", name + ".up", Attributes.none(), reduced, b(layer, adapter, conv));
        String sum = graph.add("Add", name + ".corrected", Attributes.none(), crossbar, correction);
        float[] own = adapter.bias().length == 0 ? new float[adapter.cols()] : adapter.bias();
        float[] scale = change.outputScale();
        String scaled = scale.length == 0
                ? sum
                : graph.add("Mul", name + ".scaled", Attributes.none(), sum, perColumn(layer, ".scale", scale));
        String bias = perColumn(layer, ".adapter_bias", graph.biasPlus(layer, node, own));
        graph.add(new Node(
                graph.free(name + ".add_bias"), "Add", List.of(scaled, bias), node.outputs(), Attributes.none()));
    }

    /** A, as a convolution of the layer's own kernel or a matrix. */
    private String a(AnalogLayer layer, LowRankAdapter adapter) {
        String name = layer.name() + ".lora_A";
        if (!layer.op().equals("Conv")) {
            return graph.constant(name, Tensor.floats(adapter.a().clone(), adapter.rows(), adapter.rank()));
        }
        float[] kernels = new float[adapter.a().length];
        for (int row = 0; row < adapter.rows(); row++) {
            for (int k = 0; k < adapter.rank(); k++) {
                kernels[k * adapter.rows() + row] = adapter.a()[row * adapter.rank() + k];
            }
        }
        long[] shape = graph.weightShape(layer);
        shape[0] = adapter.rank();
        return graph.constant(name, Tensor.floats(kernels, shape));
    }

    /** B, as a convolution of one pixel or a matrix. */
    private String b(AnalogLayer layer, LowRankAdapter adapter, boolean conv) {
        String name = layer.name() + ".lora_B";
        if (!conv) {
            return graph.constant(name, Tensor.floats(adapter.b().clone(), adapter.rank(), adapter.cols()));
        }
        float[] kernels = new float[adapter.b().length];
        for (int k = 0; k < adapter.rank(); k++) {
            for (int col = 0; col < adapter.cols(); col++) {
                kernels[col * adapter.rank() + k] = adapter.b()[k * adapter.cols() + col];
            }
        }
        long[] shape = graph.weightShape(layer);
        Arrays.fill(shape, 1);
        shape[0] = adapter.cols();
        shape[1] = adapter.rank();
        return graph.constant(name, Tensor.floats(kernels, shape));
    }

    /** One number a channel of images or lines, or a column. */
    private String perColumn(AnalogLayer layer, String what, float[] values) {
        long[] shape = {values.length};
        if (layer.op().equals("Conv")) {
            shape = graph.weightShape(layer);
            Arrays.fill(shape, 1);
            shape[1] = values.length;
        }
        return graph.constant(layer.name() + what, Tensor.floats(values, shape));
    }
}
