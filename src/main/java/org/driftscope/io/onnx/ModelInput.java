package org.driftscope.io.onnx;

import java.util.List;
import java.util.stream.Collectors;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ValueInfoProto;
import org.driftscope.network.ValueShape;
import org.driftscope.support.ModelFormatException;

/** Refuses networks that cannot be fed one batch of images. */
final class ModelInput {
    private ModelInput() {}

    /** @return whether the input takes bytes, 0 to 255 */
    static boolean requireOneImageBatch(String file, GraphProto graph, List<ValueShape> inputs) {
        if (inputs.size() != 1) {
            String names = inputs.stream().map(ValueShape::name).collect(Collectors.joining(", "));
            throw new ModelFormatException(file + " needs " + inputs.size() + " inputs" + (names.isEmpty() ? "" : ": ")
                    + names + ". Driftscope feeds exactly one, a batch of images: export an image classifier.");
        }
        String name = inputs.get(0).name();
        int number = graph.getInputList().stream()
                .filter(value -> value.getName().equals(name))
                .mapToInt(ModelInput::elementType)
                .findFirst()
                .orElse(0);
        ElementType type = ElementType.of(number);
        boolean bytes = type == ElementType.UINT8;
        if (number != 0 && !bytes && (type == null || !type.isFloating())) {
            throw new ModelFormatException(file + ": input '" + name + "' takes elements of type "
                    + ElementType.nameOf(number) + ". Driftscope feeds images: export the model with a float32 or"
                    + " uint8 input.");
        }
        return bytes;
    }

    private static int elementType(ValueInfoProto value) {
        return value.getType().getTensorType().getElemType();
    }
}
