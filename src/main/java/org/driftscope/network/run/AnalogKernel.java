package org.driftscope.network.run;

import java.util.Arrays;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Clamp;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.product.Convolution;
import org.driftscope.network.op.product.MatrixProduct;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs an analog layer with prepared weights. */
final class AnalogKernel {
    private AnalogKernel() {}

    static Value run(BoundLayer bound, Call call, LayerProduct weights, @Nullable FeatureTap tap, ImageNumbers images) {
        AnalogLayer layer = bound.layer();
        ConvGeometry geometry = layer.geometry();
        Value output = geometry == null
                ? dense(layer, call, weights, tap, images)
                : convolution(bound, geometry, call, weights, tap, images);
        if (tap != null) {
            tap.output(layer, output::tensor);
            clamp(output, bound.clamp());
        }
        return output;
    }

    private static void clamp(Value output, @Nullable Clamp clamp) {
        if (clamp != null && output instanceof Value.Native array) {
            clamp.run(array.array(), array.array());
        }
    }

    /** Within bounds but where a tap is to see the layer's own outputs. */
    private static Value convolution(
            BoundLayer bound,
            ConvGeometry geometry,
            Call call,
            LayerProduct weights,
            @Nullable FeatureTap tap,
            ImageNumbers images) {
        AnalogLayer layer = bound.layer();
        Clamp clamp = tap == null ? bound.clamp() : null;
        show(layer, call, tap);
        return Convolution.run(call, 0, x -> {
            INDArray in = fitting(layer, call, x);
            return clamp == null
                    ? weights.convolution(in, geometry, layer.groups(), call.pool(), images)
                    : weights.convolution(in, geometry, layer.groups(), call.pool(), images, clamp);
        });
    }

    private static INDArray fitting(AnalogLayer layer, Call call, INDArray x) {
        long channels = x.size(3);
        if (channels != layer.groups() * (long) weightsChannels(layer)) {
            throw call.failure("expects " + layer.groups() * weightsChannels(layer) + " channels but gets " + channels);
        }
        return x;
    }

    private static int weightsChannels(AnalogLayer layer) {
        ConvGeometry g = layer.geometry();
        return g == null ? layer.rows() : layer.rows() / (g.kernelH() * g.kernelW());
    }

    private static void show(AnalogLayer layer, Call call, @Nullable FeatureTap tap) {
        if (tap == null) {
            return;
        }
        INDArray x = call.array(0);
        long[] s = x.shape();
        tap.input(layer, s.length == 3 ? x.reshape('c', s[0], s[1], 1, s[2]) : x);
    }

    private static Value dense(
            AnalogLayer layer, Call call, LayerProduct weights, @Nullable FeatureTap tap, ImageNumbers images) {
        boolean transposed = layer.op().equals("Gemm") && call.attributes().integer("transA", 0) != 0;
        INDArray x = transposed ? transposed(call) : call.array(0);
        long[] shape = x.shape().clone();
        if (shape[shape.length - 1] != layer.rows()) {
            throw call.failure("expects " + layer.rows() + " inputs but gets " + Arrays.toString(shape));
        }
        if (tap != null) {
            tap.input(layer, x);
        }
        INDArray rows = x.reshape('c', x.length() / layer.rows(), layer.rows());
        boolean biasApart = call.has(2) && layer.biasValue().isEmpty();
        shape[shape.length - 1] = layer.cols();
        INDArray product = biasApart ? call.uninitialized(rows.size(0), layer.cols()) : call.uninitialized(shape);
        INDArray matrix = product.reshape('c', rows.size(0), layer.cols());
        weights.dense(rows, matrix, call.pool(), images);
        return biasApart ? MatrixProduct.plusBias(call, product) : Value.of(product);
    }

    private static INDArray transposed(Call call) {
        return call.temporaryCopy(call.array(0).transpose());
    }
}
