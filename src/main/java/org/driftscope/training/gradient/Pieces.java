package org.driftscope.training.gradient;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Concat, Slice and Pad: arrays put together and cut apart. */
final class Pieces {
    private Pieces() {}

    static Recorded concat(OpCall call) {
        INDArray[] parts = new INDArray[call.inputs()];
        Arrays.setAll(parts, call::input);
        int declared = (int) call.attributes().integer("axis", 0);
        int axis = declared < 0 ? declared + parts[0].rank() : declared;
        return new Recorded(Nd4j.concat(axis, parts), (gradient, inputs) -> {
            long from = 0;
            for (int i = 0; i < parts.length; i++) {
                long to = from + parts[i].size(axis);
                INDArrayIndex[] index = everything(gradient.rank());
                index[axis] = NDArrayIndex.interval(from, to);
                inputs.add(i, gradient.get(index).dup('c'));
                from = to;
            }
        });
    }

    /** Slice with positive steps. */
    static Recorded slice(OpCall call) {
        INDArray input = call.input(0);
        long[] starts = call.integers(1, "starts");
        long[] ends = call.integers(2, "ends");
        long[] all = new long[starts.length];
        Arrays.setAll(all, i -> i);
        long[] axes = call.has(3) ? call.integers(3) : call.attributes().integers("axes", all);
        long[] steps = new long[starts.length];
        Arrays.fill(steps, 1);
        steps = call.has(4) ? call.integers(4) : steps;
        INDArrayIndex[] index = everything(input.rank());
        for (int i = 0; i < starts.length; i++) {
            int axis = (int) (axes[i] < 0 ? axes[i] + input.rank() : axes[i]);
            long size = input.size(axis);
            if (steps[i] < 1) {
                throw call.unsupported("a step below 1 is not");
            }
            index[axis] = NDArrayIndex.interval(within(starts[i], size), steps[i], within(ends[i], size));
        }
        return new Recorded(input.get(index).dup('c'), (gradient, inputs) -> {
            INDArray whole = Nd4j.zeros(input.dataType(), input.shape());
            whole.get(index).assign(gradient);
            inputs.add(0, whole);
        });
    }

    /** Pad with a constant. */
    static Recorded pad(OpCall call) {
        INDArray input = call.input(0);
        if (!"constant".equals(call.attributes().text("mode", "constant")) || call.has(3)) {
            throw call.unsupported("only padding of all axes with a constant is");
        }
        long[] pads = call.integers(1, "pads");
        float value = call.real(2, "value", 0);
        int rank = input.rank();
        long[] shape = input.shape().clone();
        INDArrayIndex[] inner = new INDArrayIndex[rank];
        for (int i = 0; i < rank; i++) {
            inner[i] = NDArrayIndex.interval(pads[i], pads[i] + shape[i]);
            shape[i] += pads[i] + pads[rank + i];
        }
        INDArray output = Nd4j.valueArrayOf(shape, value, input.dataType());
        output.get(inner).assign(input);
        return new Recorded(
                output, (gradient, inputs) -> inputs.add(0, gradient.get(inner).dup('c')));
    }

    private static long within(long place, long size) {
        return Math.max(0, Math.min(size, place < 0 ? place + size : place));
    }

    private static INDArrayIndex[] everything(int rank) {
        INDArrayIndex[] index = new INDArrayIndex[rank];
        Arrays.fill(index, NDArrayIndex.all());
        return index;
    }
}
