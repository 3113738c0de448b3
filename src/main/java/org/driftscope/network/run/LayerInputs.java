package org.driftscope.network.run;

import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.Layouts;
import org.driftscope.network.op.array.NativeArrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Inputs as a {@link FeatureTap} shows them, laid out as a layer's product takes them. */
final class LayerInputs {
    private LayerInputs() {}

    /** [batch, height, width, channels]; rows of a dense layer are a batch of single positions. The caller closes it. */
    static INDArray channelsLast(AnalogLayer layer, INDArray input, ArrayPool pool) {
        INDArray plain = NativeArrays.contiguous(input);
        try {
            return layer.geometry() == null
                    ? plain.dup('c').reshape('c', plain.length() / layer.rows(), 1, 1, layer.rows())
                    : Layouts.channelsLast(plain, pool);
        } finally {
            if (plain != input) {
                plain.close();
            }
        }
    }

    static ConvGeometry geometry(AnalogLayer layer) {
        ConvGeometry geometry = layer.geometry();
        return geometry == null ? ConvGeometry.POINTWISE : geometry;
    }
}
