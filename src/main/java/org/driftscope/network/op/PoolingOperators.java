package org.driftscope.network.op;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.shape.Window;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** MaxPool and AveragePool: {@link MaxPooling} and ND4J's averages for plain 2-D windows, {@link PoolingLoop} for all others. */
final class PoolingOperators {
    private static final int SAME_PADDING = 0;
    private static final int DIVIDE_BY_WINDOW = 1;
    private static final int CHANNELS_LAST = 1;

    private PoolingOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("MaxPool", PoolingOperators::max);
        operators.put("AveragePool", PoolingOperators::average);
        operators.put("GlobalAveragePool", PoolingOperators::globalAverage);
        operators.put("GlobalMaxPool", PoolingOperators::globalMax);
    }

    private static List<Value> max(Call call) {
        long[] sizes = sizes(call);
        Window window = Window.of(call.attributes(), sizes);
        if (!call.wants(1) && window.isPlain(sizes) && call.elements(0).isFloat()) {
            INDArray x = call.channelsLast(0);
            return List.of(new Value.Native(MaxPooling.apply(x, window, call.pool()), true));
        }
        return new PoolingLoop(call, window).max();
    }

    private static List<Value> average(Call call) {
        long[] sizes = sizes(call);
        Window window = Window.of(call.attributes(), sizes);
        if (window.isPlain(sizes) && !window.isPadded()) {
            return plainAverage(call, window);
        }
        return new PoolingLoop(call, window).average(call.attributes().integer("count_include_pad", 0) != 0);
    }

    private static long[] sizes(Call call) {
        long[] shape = call.shape(0);
        if (shape.length < 3) {
            throw call.failure("pools an input of rank " + shape.length);
        }
        return Arrays.copyOfRange(shape, 2, shape.length);
    }

    private static List<Value> plainAverage(Call call, Window window) {
        INDArray x = call.channelsLast(0);
        INDArray out = call.uninitialized(x.size(0), window.outputs()[0], window.outputs()[1], x.size(3));
        Nd4j.exec(DynamicCustomOp.builder("avgpool2d")
                .addInputs(x)
                .addOutputs(out)
                .addIntegerArguments(
                        (int) window.kernel()[0],
                        (int) window.kernel()[1],
                        (int) window.strides()[0],
                        (int) window.strides()[1],
                        (int) window.before()[0],
                        (int) window.before()[1],
                        1,
                        1,
                        SAME_PADDING,
                        DIVIDE_BY_WINDOW,
                        CHANNELS_LAST)
                .build());
        return List.of(new Value.Native(out, true));
    }

    private static List<Value> globalAverage(Call call) {
        Value.Native x = call.asNative(0);
        return pooled(
                call, x.channelsLast() ? x.array().mean(1, 2) : channels(call).mean(2));
    }

    private static List<Value> globalMax(Call call) {
        Value.Native x = call.asNative(0);
        return pooled(
                call, x.channelsLast() ? x.array().max(1, 2) : channels(call).max(2));
    }

    /** [batch, channels, pixels] */
    private static INDArray channels(Call call) {
        long[] shape = call.shape(0);
        return call.array(0).reshape('c', shape[0], shape[1], Elements.size(sizes(call)));
    }

    private static List<Value> pooled(Call call, INDArray means) {
        long[] shape = call.shape(0).clone();
        Arrays.fill(shape, 2, shape.length, 1);
        call.temporary(means);
        INDArray own = means.dup('c');
        return List.of(Value.of(own.reshape('c', shape)));
    }
}
