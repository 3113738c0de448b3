package org.driftscope.io.safetensors;

import java.util.Map;
import org.driftscope.adapter.Adapter;
import org.driftscope.io.safetensors.TensorEntry.ElementKind;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Tensor;

/** How one kind of adapter lies in a file. A new kind is one more of these in {@link AdapterFile}'s list. */
interface AdapterCodec {
    /** The kind as the file's metadata names it. */
    String kind();

    boolean handles(Adapter adapter);

    /**
     * @param weightShape the layer's weight in its model file: [o, Cin/groups, kh, kw], [o, Cin/groups, k] or a matrix
     * @return tensors by the part of their name after the layer's, e.g. "lora_A.weight"
     */
    Map<String, Tensor> encode(Adapter adapter, long[] weightShape);

    /** Element types of parts that take fewer bytes than floats and int64 do; none but where a codec says so. */
    default Map<String, ElementKind> narrowKinds() {
        return Map.of();
    }

    /**
     * @param tensors all tensors of the layer, by the part of their name after the layer's
     * @throws LayerMismatch if one is missing, of another shape, or unknown
     */
    Adapter decode(AnalogLayer layer, long[] weightShape, Map<String, Tensor> tensors) throws LayerMismatch;

    /** What is wrong with a layer's tensors; the message completes "layer 'conv1' ...". */
    final class LayerMismatch extends Exception {
        private static final long serialVersionUID = 1L;

        LayerMismatch(String message) {
            super(message);
        }
    }
}
