package org.driftscope.training.gradient.op;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.network.Node;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Concat and Slice: arrays put together and cut apart. */
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

    /** Slice; steps backwards are rare. */
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
                return Moved.run(call);
            }
            index[axis] = NDArrayIndex.interval(within(starts[i], size), steps[i], within(ends[i], size));
        }
        return new Recorded(input.get(index).dup('c'), (gradient, inputs) -> {
            INDArray whole = Nd4j.zeros(input.dataType(), input.shape());
            whole.get(index).assign(gradient);
            inputs.add(0, whole);
        });
    }

    /** One output of a Split. */
    static Recorded part(OpCall call) {
        int parts = (int) call.attributes().integer("parts", 1);
        List<String> outputs = IntStream.range(0, parts)
                .mapToObj(i -> call.node().name() + "/" + i)
                .toList();
        Node split = new Node(call.node().name(), "Split", call.node().inputs(), outputs, call.attributes());
        return Moved.run(call, split, (int) call.attributes().integer("part", 0), 0);
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
