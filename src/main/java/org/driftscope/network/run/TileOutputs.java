package org.driftscope.network.run;

import org.driftscope.crossbar.Readout;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.LayerChange;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.NativeArrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a layer's tiles put out for some inputs as they are read, digital sum included, bias not. Thread-safe. */
public final class TileOutputs implements AutoCloseable {
    private final AnalogLayer layer;
    private final ReadoutProduct product;

    private TileOutputs(AnalogLayer layer, ReadoutProduct product) {
        this.layer = layer;
        this.product = product;
    }

    public static TileOutputs of(AnalogLayer layer, Readout readout) {
        LayerChange change = LayerChange.weightsOnly(readout.weights()).read(readout);
        return new TileOutputs(layer, ReadoutProduct.of(layer, change, readout, new float[layer.cols()], null));
    }

    /**
     * Of inputs as {@link FeatureTap} shows them.
     *
     * @param input not modified
     * @return row-major [positions, cols], positions image by image, line by line
     */
    public float[] of(INDArray input) {
        try (ArrayPool pool = new ArrayPool();
                INDArray x = LayerInputs.channelsLast(layer, input, pool);
                INDArray outputs = product.convolution(
                        x, LayerInputs.geometry(layer), layer.groups(), pool, ImageNumbers.inOrder())) {
            float[] values = new float[Math.toIntExact(outputs.length())];
            NativeArrays.buffer(outputs).get(values);
            return values;
        }
    }

    @Override
    public void close() {
        product.close();
    }
}
