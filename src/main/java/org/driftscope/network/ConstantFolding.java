package org.driftscope.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.driftscope.network.op.ArrayPool;
import org.driftscope.network.op.Call;
import org.driftscope.network.op.Operators;
import org.driftscope.network.op.Value;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.ModelFormatException;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Works out at load what does not depend on the images: nodes of constants, nodes that do nothing, and the arithmetic on
 * shapes that exporters put around a Reshape.
 */
public final class ConstantFolding {
    private final Network network;
    private final Map<String, Tensor> constants;
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();
    private final List<Node> kept = new ArrayList<>();

    private ConstantFolding(Network network) {
        this.network = network;
        this.constants = new HashMap<>(network.constants());
        network.outputs().forEach(output -> outputs.add(output.name()));
    }

    /** The same function of the images with fewer nodes. */
    public static Network fold(Network network) {
        ConstantFolding folding = new ConstantFolding(network);
        network.nodes().forEach(folding::visit);
        List<Node> nodes = new ReshapeTargets(network, folding.kept, folding.constants).simplified();
        List<Node> used = withoutUnused(nodes, folding.outputs);
        return new Network(
                network.name(),
                network.opset(),
                used,
                folding.constantsOf(used),
                network.inputs(),
                network.outputs(),
                network.sha256());
    }

    private void visit(Node original) {
        Node node = withAliases(original);
        if (doesNothing(node)) {
            aliases.put(node.outputs().get(0), node.input(0));
        } else if (isConstant(node)) {
            evaluate(node);
        } else {
            kept.add(node);
        }
    }

    private Node withAliases(Node node) {
        List<String> inputs = node.inputs().stream()
                .map(name -> aliases.getOrDefault(name, name))
                .toList();
        return new Node(node.name(), node.op(), inputs, node.outputs(), node.attributes());
    }

    /** Identity and Dropout, whose mask nobody reads and whose output is not one of the network's. */
    private boolean doesNothing(Node node) {
        boolean oneOutput = IntStream.range(1, node.outputs().size())
                .allMatch(i -> node.outputs().get(i).isEmpty()
                        || !isRead(node.outputs().get(i)));
        return (node.op().equals("Identity") || node.op().equals("Dropout"))
                && oneOutput
                && !outputs.contains(node.outputs().get(0));
    }

    private boolean isRead(String value) {
        return outputs.contains(value)
                || network.nodes().stream().anyMatch(node -> node.inputs().contains(value));
    }

    private boolean isConstant(Node node) {
        return Operators.supports(node.op(), network.opset())
                && node.inputs().stream().allMatch(name -> name.isEmpty() || constants.containsKey(name))
                && node.outputs().stream().noneMatch(outputs::contains);
    }

    /** Stores the node's outputs as constants. */
    private void evaluate(Node node) {
        List<@Nullable Value> inputs = new ArrayList<>();
        for (String name : node.inputs()) {
            Tensor tensor = constants.get(name);
            inputs.add(tensor == null ? null : Value.of(tensor));
        }
        try (ArrayPool pool = new ArrayPool();
                Call call = new Call(node, network.opset(), inputs, new boolean[inputs.size()], pool)) {
            List<Value> results = Operators.named(node.op()).apply(call);
            for (int i = 0; i < Math.min(results.size(), node.outputs().size()); i++) {
                constants.put(node.outputs().get(i), onHeap(results.get(i)));
            }
        } catch (DriftscopeException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ModelFormatException(
                    "Node '" + node.name() + "' (" + node.op() + ") of model '" + network.name()
                            + "' cannot be computed from its constants. The graph is damaged: export the model again.",
                    e);
        }
    }

    private static Tensor onHeap(Value value) {
        Tensor tensor = value.tensor();
        if (value instanceof Value.Native array) {
            try (INDArray memory = array.array()) {
                return tensor;
            }
        }
        return tensor;
    }

    /** The nodes that the outputs depend on. */
    private static List<Node> withoutUnused(List<Node> nodes, Set<String> outputs) {
        Set<String> needed = new HashSet<>(outputs);
        List<Node> used = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.outputs().stream().anyMatch(needed::contains)) {
                needed.addAll(node.inputs());
                used.add(0, node);
            }
        }
        return used;
    }

    private Map<String, Tensor> constantsOf(List<Node> nodes) {
        Map<String, Tensor> used = new HashMap<>();
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                Tensor constant = constants.get(input);
                if (constant != null) {
                    used.put(input, constant);
                }
            }
        }
        outputs.forEach(name -> {
            Tensor constant = constants.get(name);
            if (constant != null) {
                used.put(name, constant);
            }
        });
        return used;
    }
}
