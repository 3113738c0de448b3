package org.driftscope.io.onnx;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.List;
import onnx.Onnx.ModelProto;
import org.driftscope.network.op.Operators;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.Descriptors.FieldDescriptor;
import org.nd4j.shade.protobuf.Message;

/** Changes a model as the fuzzer's bytes say, node by node or field by field; what comes out always parses. */
final class ModelMutator {
    private static final int NEWEST_OPSET = 26;
    private static final List<String> OPERATORS = List.copyOf(Operators.names());
    private static final long[] NUMBERS = {
        0, 1, 2, 3, 4, 7, 8, 16, -1, -2, 63, 64, 255, 65_535, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE
    };
    private static final float[] REALS = {0, 1, -1, 0.5f, 1e-30f, 1e30f, Float.NaN, Float.POSITIVE_INFINITY};

    private final FuzzedDataProvider data;
    private final NodeMutator nodes;

    ModelMutator(FuzzedDataProvider data) {
        this.data = data;
        this.nodes = new NodeMutator(data);
    }

    /** Some edits, each at a random place: of the graph, so that most still hang together, or of any field. */
    ModelProto mutated(ModelProto model) {
        ModelProto.Builder builder = model.toBuilder();
        int edits = data.consumeInt(1, 5);
        for (int i = 0; i < edits && data.remainingBytes() > 0; i++) {
            switch (data.consumeInt(0, 7)) {
                case 0, 1 -> edit(builder);
                case 2 -> nodes.rewire(builder.getGraphBuilder());
                case 3 -> nodes.setAttribute(builder.getGraphBuilder());
                default -> nodes.insert(builder.getGraphBuilder());
            }
        }
        if (data.consumeInt(0, 3) == 0 && builder.getOpsetImportCount() > 0) {
            builder.getOpsetImportBuilder(0)
                    .setVersion(data.consumeInt(Operators.OLDEST_OPSET, NEWEST_OPSET));
        }
        return builder.build();
    }

    /** Walks down to some message and changes one of its fields. */
    private void edit(Message.Builder message) {
        List<FieldDescriptor> inner = new ArrayList<>();
        message.getAllFields().keySet().stream()
                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .forEach(inner::add);
        if (!inner.isEmpty() && data.consumeInt(0, 4) > 0) {
            FieldDescriptor field = data.pickValue(inner);
            Message.Builder child;
            if (field.isRepeated()) {
                int index = data.consumeInt(0, message.getRepeatedFieldCount(field) - 1);
                child = ((Message) message.getRepeatedField(field, index)).toBuilder();
                edit(child);
                message.setRepeatedField(field, index, child.build());
            } else {
                child = ((Message) message.getField(field)).toBuilder();
                edit(child);
                message.setField(field, child.build());
            }
            return;
        }
        change(message, data.pickValue(message.getDescriptorForType().getFields()));
    }

    private void change(Message.Builder message, FieldDescriptor field) {
        if (field.isRepeated()) {
            int count = message.getRepeatedFieldCount(field);
            switch (data.consumeInt(0, 3)) {
                case 0 -> message.clearField(field);
                case 1 -> {
                    if (count > 0) {
                        message.addRepeatedField(
                                field, message.getRepeatedField(field, data.consumeInt(0, count - 1)));
                    }
                }
                case 2 -> {
                    if (count > 0) {
                        message.setRepeatedField(field, data.consumeInt(0, count - 1), value(message, field));
                    }
                }
                default -> message.addRepeatedField(field, value(message, field));
            }
        } else if (data.consumeInt(0, 4) == 0) {
            message.clearField(field);
        } else {
            message.setField(field, value(message, field));
        }
    }

    private Object value(Message.Builder message, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> (int) number();
            case LONG -> number();
            case FLOAT -> REALS[data.consumeInt(0, REALS.length - 1)];
            case DOUBLE -> (double) REALS[data.consumeInt(0, REALS.length - 1)];
            case BOOLEAN -> data.consumeBoolean();
            case STRING -> word();
            case BYTE_STRING -> ByteString.copyFrom(data.consumeBytes(64));
            case ENUM -> data.pickValue(field.getEnumType().getValues());
            case MESSAGE -> message.newBuilderForField(field).build();
        };
    }

    private long number() {
        return data.consumeBoolean() ? NUMBERS[data.consumeInt(0, NUMBERS.length - 1)] : data.consumeLong(-4, 64);
    }

    private String word() {
        return switch (data.consumeInt(0, 3)) {
            case 0 -> data.pickValue(OPERATORS);
            case 1 -> new String[] {"x", "y", "w", "b", "h", "axis", "axes", "pads", "strides", "kernel_shape", "group"}
                    [data.consumeInt(0, 10)];
            default -> data.consumeString(12);
        };
    }
}
