package org.driftscope.network.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.NodeEvaluation;
import org.driftscope.network.op.Operators;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.ValueLimit;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.ModelFormatException;

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
    private final FoldingBudget budget = new FoldingBudget(ValueLimit.configured());
    private final Set<String> read = new HashSet<>();

    private ConstantFolding(Network network) {
        this.network = network;
        this.constants = new HashMap<>(network.constants());
        network.outputs().forEach(output -> outputs.add(output.name()));
        network.nodes().forEach(node -> read.addAll(node.inputs()));
    }

    /** The same function of the images with fewer nodes. */
    public static Network fold(Network network) {
        ConstantFolding folding = new ConstantFolding(network);
        network.nodes().forEach(folding::visit);
        List<Node> nodes = new ReshapeTargets(folding.kept, folding.constants).simplified();
        Network simplified = folding.pruned(nodes, folding.constants);
        if (simplified.inputs().size() != 1) {
            return simplified;
        }
        Network opened = KnownShapes.of(OpenBatch.of(simplified));
        return opened == simplified ? simplified : pruned(opened);
    }

    /** The network without nodes and constants that its outputs do not depend on. */
    static Network pruned(Network network) {
        return new ConstantFolding(network).pruned(network.nodes(), network.constants());
    }

    /** Without the nodes and constants that the outputs do not depend on. */
    private Network pruned(List<Node> nodes, Map<String, Tensor> all) {
        List<Node> used = withoutUnused(nodes, outputs);
        return network.withNodes(used, constantsOf(used, all));
    }

    private void visit(Node original) {
        Node node = asUsed(withAliases(original));
        if (doesNothing(node)) {
            aliases.put(node.outputs().get(0), node.input(0));
        } else if (isConstant(node)) {
            evaluate(node);
        } else {
            kept.add(node);
        }
    }

    /** Batch norm exported in training mode has outputs that only training reads; it is used with its statistics. */
    private Node asUsed(Node node) {
        boolean trains =
                node.op().equals("BatchNormalization") && node.outputs().size() > 1;
        if (!trains || node.outputs().stream().skip(1).anyMatch(this::isRead)) {
            return node;
        }
        Map<String, Object> settings = new HashMap<>(node.attributes().asMap());
        settings.put("training_mode", 1L);
        List<String> first = node.outputs().subList(0, 1);
        return new Node(node.name(), node.op(), node.inputs(), first, Attributes.of(settings));
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
        return outputs.contains(value) || read.contains(value);
    }

    private boolean isConstant(Node node) {
        return Operators.supports(node.op(), network.opset())
                && node.inputs().stream().allMatch(name -> name.isEmpty() || constants.containsKey(name))
                && node.outputs().stream().noneMatch(outputs::contains);
    }

    /** Stores the node's outputs as constants. */
    private void evaluate(Node node) {
        try {
            budget.require(node, network.opset(), constants);
            List<Tensor> results = NodeEvaluation.run(node, network.opset(), constants);
            for (int i = 0; i < Math.min(results.size(), node.outputs().size()); i++) {
                constants.put(node.outputs().get(i), results.get(i));
            }
        } catch (OutlineFailure e) {
            throw new ModelFormatException(e.sentence("The graph is damaged: export the model again."), e);
        } catch (DriftscopeException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ModelFormatException(
                    "Node '" + node.name() + "' (" + node.op() + ") of model '" + network.name()
                            + "' cannot be computed from its constants. The graph is damaged: export the model again.",
                    e);
        }
    }

    /** The nodes that the outputs depend on. */
    private static List<Node> withoutUnused(List<Node> nodes, Set<String> outputs) {
        Set<String> needed = new HashSet<>(outputs);
        List<Node> used = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.outputs().stream().anyMatch(needed::contains)) {
                needed.addAll(node.inputs());
                needed.remove("");
                used.add(node);
            }
        }
        Collections.reverse(used);
        return used;
    }

    private Map<String, Tensor> constantsOf(List<Node> nodes, Map<String, Tensor> all) {
        Map<String, Tensor> used = new HashMap<>();
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                Tensor constant = all.get(input);
                if (constant != null) {
                    used.put(input, constant);
                }
            }
        }
        outputs.forEach(name -> {
            Tensor constant = all.get(name);
            if (constant != null) {
                used.put(name, constant);
            }
        });
        return used;
    }
}
