package org.driftscope.io.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Attributes;
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
    private final Map<String, Tensor> constants;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private AdapterNodes(Network network) {
        this.constants = new HashMap<>(network.constants());
        names.addAll(constants.keySet());
        network.nodes().forEach(node -> names.addAll(node.outputs()));
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
                added.nodes.add(node);
            } else {
                added.beside(layer, node, adapter, change);
            }
        }
        return onChip.withNodes(added.nodes, added.constants).withUsedConstants();
    }

    private void beside(AnalogLayer layer, Node node, LowRankAdapter adapter, LayerChange change) {
        boolean conv = layer.op().equals("Conv");
        String name = layer.name();
        Map<String, Object> attributes = new HashMap<>(node.attributes().asMap());
        attributes.remove("beta");
        List<String> bare = node.inputs().subList(0, 2);
        String crossbar = add(node.op(), name + ".crossbar", Attributes.of(attributes), bare.get(0), bare.get(1));
        String reduced = conv
                ? add("Conv", name + ".down", Attributes.of(attributes), bare.get(0), a(layer, adapter))
                : add("MatMul", name + ".down", Attributes.none(), bare.get(0), a(layer, adapter));
        String correction =
                add(conv ? "Conv" : "MatMul", name + ".up", Attributes.none(), reduced, b(layer, adapter, conv));
        String sum = add("Add", name + ".corrected", Attributes.none(), crossbar, correction);
        float[] scale = change.outputScale();
        String scaled = scale.length == 0
                ? sum
                : add("Mul", name + ".scaled", Attributes.none(), sum, perColumn(name + ".scale", scale, conv));
        String bias = perColumn(name + ".adapter_bias", bias(layer, node, adapter), conv);
        nodes.add(new Node(free(name + ".add_bias"), "Add", List.of(scaled, bias), node.outputs(), Attributes.none()));
    }

    /** A, as a convolution of the layer's own kernel or a matrix. */
    private String a(AnalogLayer layer, LowRankAdapter adapter) {
        String name = layer.name() + ".lora_A";
        if (!layer.op().equals("Conv")) {
            return constant(name, Tensor.floats(adapter.a().clone(), adapter.rows(), adapter.rank()));
        }
        float[] kernels = new float[adapter.a().length];
        for (int row = 0; row < adapter.rows(); row++) {
            for (int k = 0; k < adapter.rank(); k++) {
                kernels[k * adapter.rows() + row] = adapter.a()[row * adapter.rank() + k];
            }
        }
        long[] shape = weight(layer).shape();
        shape[0] = adapter.rank();
        return constant(name, Tensor.floats(kernels, shape));
    }

    /** B, as a convolution of one pixel or a matrix. */
    private String b(AnalogLayer layer, LowRankAdapter adapter, boolean conv) {
        String name = layer.name() + ".lora_B";
        if (!conv) {
            return constant(name, Tensor.floats(adapter.b().clone(), adapter.rank(), adapter.cols()));
        }
        float[] kernels = new float[adapter.b().length];
        for (int k = 0; k < adapter.rank(); k++) {
            for (int col = 0; col < adapter.cols(); col++) {
                kernels[col * adapter.rank() + k] = adapter.b()[k * adapter.cols() + col];
            }
        }
        long[] shape = weight(layer).shape();
        Arrays.fill(shape, 1);
        shape[0] = adapter.cols();
        shape[1] = adapter.rank();
        return constant(name, Tensor.floats(kernels, shape));
    }

    private Tensor weight(AnalogLayer layer) {
        Tensor weight = constants.get(layer.weightValue());
        if (weight == null) {
            throw new IllegalArgumentException("no constant " + layer.weightValue() + " for layer " + layer.name());
        }
        return weight;
    }

    /** The layer's own bias and the adapter's. */
    private float[] bias(AnalogLayer layer, Node node, LowRankAdapter adapter) {
        float[] bias = adapter.bias().length == 0
                ? new float[adapter.cols()]
                : adapter.bias().clone();
        Tensor own = constants.get(layer.biasValue());
        float beta = layer.op().equals("Gemm") ? node.attributes().real("beta", 1) : 1;
        for (int i = 0; own != null && i < bias.length; i++) {
            bias[i] += beta * own.floats()[i];
        }
        return bias;
    }

    private String perColumn(String name, float[] values, boolean conv) {
        long[] image = {1, values.length, 1, 1};
        return constant(name, conv ? Tensor.floats(values, image) : Tensor.floats(values, values.length));
    }

    private String add(String op, String output, Attributes attributes, String... inputs) {
        String name = free(output);
        nodes.add(new Node(name, op, List.of(inputs), List.of(name), attributes));
        return name;
    }

    private String constant(String wanted, Tensor tensor) {
        String name = free(wanted);
        constants.put(name, tensor);
        return name;
    }

    private String free(String wanted) {
        String name = wanted;
        for (int n = 2; !names.add(name); n++) {
            name = wanted + "_" + n;
        }
        return name;
    }
}
