package org.driftscope.io.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.NodeProto;
import org.driftscope.network.Attributes;
import org.driftscope.network.Node;
import org.driftscope.support.ModelFormatException;
import org.driftscope.support.PlainText;

/** Nodes of an ONNX file to ours; gives every node a unique name, since ONNX leaves names optional. */
final class NodeDecoder {
    private final String file;
    private final TensorDecoder tensors;

    NodeDecoder(String file, TensorDecoder tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    List<Node> decode(List<NodeProto> protos) {
        List<String> names = uniqueNames(protos);
        List<Node> nodes = new ArrayList<>(protos.size());
        for (int i = 0; i < protos.size(); i++) {
            NodeProto proto = protos.get(i);
            nodes.add(new Node(
                    names.get(i),
                    proto.getOpType(),
                    proto.getInputList(),
                    proto.getOutputList(),
                    attributes(names.get(i), proto)));
        }
        return nodes;
    }

    /**
     * The file's names where it has them; "Conv_3" for a nameless fourth node; "#2" and so on after a repeated one.
     * Control characters are spelled out, since names of layers go into tables, files and pictures.
     */
    static List<String> uniqueNames(List<NodeProto> protos) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>(protos.size());
        for (int i = 0; i < protos.size(); i++) {
            NodeProto proto = protos.get(i);
            String base = proto.getName().isEmpty() ? proto.getOpType() + "_" + i : PlainText.of(proto.getName());
            String name = base;
            for (int repeat = 2; !taken.add(name); repeat++) {
                name = base + "#" + repeat;
            }
            names.add(name);
        }
        return names;
    }

    private Attributes attributes(String node, NodeProto proto) {
        if (proto.getAttributeCount() == 0) {
            return Attributes.none();
        }
        Map<String, Object> values = new HashMap<>();
        for (AttributeProto attribute : proto.getAttributeList()) {
            values.put(attribute.getName(), value(node, attribute));
        }
        return Attributes.of(values);
    }

    private Object value(String node, AttributeProto attribute) {
        return switch (typeOf(attribute)) {
            case INT -> attribute.getI();
            case FLOAT -> attribute.getF();
            case STRING -> attribute.getS().toStringUtf8();
            case INTS -> attribute.getIntsList().stream()
                    .mapToLong(Long::longValue)
                    .toArray();
            case FLOATS -> floats(attribute);
            case TENSOR -> tensors.decode(attribute.getT());
            default -> throw new ModelFormatException(file + ": node '" + node + "' has the attribute '"
                    + attribute.getName() + "' of type " + attribute.getType()
                    + ", which Driftscope does not support. Export the model without it.");
        };
    }

    /** Files of ONNX's first versions leave the type out; the field that is set then tells it. */
    private static AttributeType typeOf(AttributeProto attribute) {
        if (attribute.getType() != AttributeType.UNDEFINED) {
            return attribute.getType();
        }
        if (attribute.hasT()) {
            return AttributeType.TENSOR;
        }
        if (!attribute.getS().isEmpty()) {
            return AttributeType.STRING;
        }
        if (attribute.getIntsCount() > 0) {
            return AttributeType.INTS;
        }
        if (attribute.getFloatsCount() > 0) {
            return AttributeType.FLOATS;
        }
        return attribute.getF() != 0 ? AttributeType.FLOAT : AttributeType.INT;
    }

    private static float[] floats(AttributeProto attribute) {
        float[] values = new float[attribute.getFloatsCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = attribute.getFloats(i);
        }
        return values;
    }
}
