package org.driftscope.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.driftscope.crossbar.WeightMatrix;

/**
 * A trained network as an immutable graph in topological order, with constants folded. The first input is the image
 * batch, NCHW; the first output the class scores, [batch, classes].
 */
public final class Network {
    private final String name;
    private final int opset;
    private final List<Node> nodes;
    private final Map<String, Tensor> constants;
    private final List<ValueShape> inputs;
    private final List<ValueShape> outputs;
    private final String sha256;
    private final int runBatch;
    private final List<AnalogLayer> analogLayers;

    /**
     * @param name how to call the network, usually the file's name
     * @param opset ONNX opset of the default domain
     * @param nodes in topological order
     * @param constants initialisers and folded values by name
     * @param inputs values to feed, constants excluded
     * @param outputs values to read
     * @param sha256 of the file it came from, hex; "" if none
     */
    public Network(
            String name,
            int opset,
            List<Node> nodes,
            Map<String, Tensor> constants,
            List<ValueShape> inputs,
            List<ValueShape> outputs,
            String sha256) {
        this(name, opset, nodes, constants, inputs, outputs, sha256, 0);
    }

    private Network(
            String name,
            int opset,
            List<Node> nodes,
            Map<String, Tensor> constants,
            List<ValueShape> inputs,
            List<ValueShape> outputs,
            String sha256,
            int runBatch) {
        this.name = name;
        this.opset = opset;
        this.nodes = List.copyOf(nodes);
        this.constants = Map.copyOf(constants);
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.sha256 = sha256;
        this.runBatch = runBatch;
        this.analogLayers = List.copyOf(AnalogLayers.find(this.nodes, this.constants));
    }

    /** The same graph with other constants; it counts as the same model, so the sha256 stays. */
    public Network withConstants(Map<String, Tensor> newConstants) {
        return withNodes(nodes, newConstants);
    }

    /** Another graph of the same inputs and outputs that counts as the same model. */
    public Network withNodes(List<Node> newNodes, Map<String, Tensor> newConstants) {
        return new Network(name, opset, newNodes, newConstants, inputs, outputs, sha256, runBatch);
    }

    /** The same graph without the constants that nothing uses. */
    public Network withUsedConstants() {
        Set<String> used = new HashSet<>();
        nodes.forEach(node -> used.addAll(node.inputs()));
        outputs.forEach(output -> used.add(output.name()));
        Map<String, Tensor> kept = new HashMap<>(constants);
        kept.keySet().retainAll(used);
        return withConstants(kept);
    }

    /** The same graph, read at other values. */
    public Network withOutputs(List<ValueShape> newOutputs) {
        return new Network(name, opset, nodes, constants, inputs, newOutputs, sha256, runBatch);
    }

    /** Another graph of another single input that counts as the same model. */
    public Network withInput(List<Node> newNodes, Map<String, Tensor> newConstants, ValueShape input) {
        return new Network(name, opset, newNodes, newConstants, List.of(input), outputs, sha256, runBatch);
    }

    /**
     * The same network, to be run with that many images at once and no other number.
     *
     * @param images 1 or more
     */
    public Network withRunBatch(int images) {
        return new Network(name, opset, nodes, constants, inputs, outputs, sha256, images);
    }

    /** How many images it must be run with at once, as somebody found out; 0 where nobody did. */
    public int runBatch() {
        return runBatch;
    }

    public String name() {
        return name;
    }

    public int opset() {
        return opset;
    }

    public List<Node> nodes() {
        return nodes;
    }

    public Map<String, Tensor> constants() {
        return constants;
    }

    public List<ValueShape> inputs() {
        return inputs;
    }

    public List<ValueShape> outputs() {
        return outputs;
    }

    public String sha256() {
        return sha256;
    }

    /** The layers that sit on crossbars, in order of execution. */
    public List<AnalogLayer> analogLayers() {
        return analogLayers;
    }

    /** @throws NoSuchElementException if no analog layer has that name */
    public AnalogLayer analogLayer(String layerName) {
        return analogLayers.stream()
                .filter(layer -> layer.name().equals(layerName))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no analog layer " + layerName));
    }

    /** The clean weights of an analog layer, [rows, cols], a Gemm's alpha multiplied in; a new array. */
    public WeightMatrix weights(AnalogLayer layer) {
        return AnalogLayers.weights(layer, nodes, constants);
    }

    /** The clean weights of all analog layers by name, in order of execution. */
    public Map<String, WeightMatrix> weights() {
        Map<String, WeightMatrix> all = new LinkedHashMap<>();
        analogLayers.forEach(layer -> all.put(layer.name(), weights(layer)));
        return all;
    }

    /** Names of the learned constants, each once, in order of use: what training may change. */
    public Set<String> learned() {
        return LearnedParameters.names(nodes, constants);
    }

    /**
     * Number of learned parameters: weights, biases, batch-norm scale and shift; not running statistics or other
     * constants. What the percentage of updated parameters refers to.
     */
    public long parameters() {
        return learned().stream().map(constants::get).mapToLong(Tensor::size).sum();
    }
}
