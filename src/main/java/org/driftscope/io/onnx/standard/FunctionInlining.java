package org.driftscope.io.onnx.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.FunctionProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import org.driftscope.network.op.Operators;
import org.driftscope.support.ModelFormatException;

/**
 * Puts the nodes of a model's local functions in the place of their calls, as torch.onnx's dynamo exporter writes them.
 * Values and nodes inside are called after the call: {@code call/inner}.
 */
final class FunctionInlining {
    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 200_000;
    private static final Set<String> DEFAULT_DOMAIN = Set.of("", "ai.onnx");

    private final String file;
    private final int opset;
    private final Map<Key, FunctionProto> functions = new HashMap<>();
    private final List<NodeProto> inlined = new ArrayList<>();
    private final Set<String> calls = new HashSet<>();

    private record Key(String domain, String name) {
        static Key of(String domain, String name) {
            return new Key(DEFAULT_DOMAIN.contains(domain) ? "" : domain, name);
        }
    }

    private FunctionInlining(String file, ModelProto model, int opset) {
        this.file = file;
        this.opset = opset;
        model.getFunctionsList()
                .forEach(function -> functions.put(Key.of(function.getDomain(), function.getName()), function));
    }

    /** The graph's nodes; those of functions in place of their calls. */
    static List<NodeProto> of(String file, ModelProto model, int opset) {
        List<NodeProto> nodes = model.getGraph().getNodeList();
        if (model.getFunctionsCount() == 0) {
            return nodes;
        }
        FunctionInlining inlining = new FunctionInlining(file, model, opset);
        nodes.forEach(node -> inlining.add(node, 0));
        return inlining.inlined;
    }

    /** An operator that runs as it is needs no function. */
    private void add(NodeProto node, int depth) {
        boolean known = DEFAULT_DOMAIN.contains(node.getDomain()) && Operators.supports(node.getOpType(), opset);
        FunctionProto function = known ? null : functions.get(Key.of(node.getDomain(), node.getOpType()));
        if (function == null) {
            inlined.add(node);
            if (inlined.size() > MOST_NODES) {
                throw refusal(node, "grows the graph past " + MOST_NODES + " nodes");
            }
            return;
        }
        if (depth == DEEPEST) {
            throw refusal(node, "calls itself, or is called through more than " + DEEPEST + " others");
        }
        if (node.getInputCount() > function.getInputCount() || node.getOutputCount() > function.getOutputCount()) {
            throw refusal(node, "has fewer inputs or outputs than its call");
        }
        requireSameOpset(node, function);
        List<NodeProto> body = renamed(node, function);
        body.forEach(inner -> add(inner, depth + 1));
    }

    /** Operators mean what the model's opset says. */
    private void requireSameOpset(NodeProto call, FunctionProto function) {
        for (OperatorSetIdProto entry : function.getOpsetImportList()) {
            if (DEFAULT_DOMAIN.contains(entry.getDomain()) && entry.getVersion() != opset) {
                throw refusal(call, "is written for opset " + entry.getVersion() + ", the model for " + opset);
            }
        }
    }

    private List<NodeProto> renamed(NodeProto call, FunctionProto function) {
        String prefix = prefix(call);
        Map<String, String> names = new HashMap<>(Map.of("", ""));
        for (int i = 0; i < function.getInputCount(); i++) {
            names.put(function.getInput(i), i < call.getInputCount() ? call.getInput(i) : "");
        }
        for (int i = 0; i < function.getOutputCount(); i++) {
            String given = i < call.getOutputCount() ? call.getOutput(i) : "";
            names.put(function.getOutput(i), given.isEmpty() ? prefix + function.getOutput(i) : given);
        }
        List<NodeProto> body = new ArrayList<>();
        for (int i = 0; i < function.getNodeCount(); i++) {
            NodeProto inner = function.getNode(i);
            String name = inner.getName().isEmpty() ? inner.getOpType() + "_" + i : inner.getName();
            NodeProto.Builder copy = inner.toBuilder().setName(prefix + name);
            copy.clearInput().clearOutput().clearAttribute();
            inner.getInputList().forEach(value -> copy.addInput(names.getOrDefault(value, prefix + value)));
            inner.getOutputList().forEach(value -> copy.addOutput(names.getOrDefault(value, prefix + value)));
            inner.getAttributeList().forEach(attribute -> addAttribute(copy, attribute, call));
            body.add(copy.build());
        }
        return body;
    }

    /** One that refers to an attribute of the call is that; left out where the call has none. */
    private static void addAttribute(NodeProto.Builder copy, AttributeProto attribute, NodeProto call) {
        if (attribute.getRefAttrName().isEmpty()) {
            copy.addAttribute(attribute);
            return;
        }
        AttributeProto given = Rewritten.attribute(call, attribute.getRefAttrName());
        if (given != null) {
            copy.addAttribute(given.toBuilder().setName(attribute.getName()));
        }
    }

    /** After the call's name, different for each call. */
    private String prefix(NodeProto call) {
        String base = call.getName().isEmpty() ? call.getOpType() : call.getName();
        String prefix = base + "/";
        for (int i = 2; !calls.add(prefix); i++) {
            prefix = base + "#" + i + "/";
        }
        return prefix;
    }

    private ModelFormatException refusal(NodeProto call, String what) {
        return new ModelFormatException(file + ": the function " + call.getOpType() + " of node '" + call.getName()
                + "' " + what + ". Export the model again, with its functions inlined.");
    }
}
