package org.driftscope.network.op.array;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.network.Attributes;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.support.IncompatibleShapeException;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One execution of a node: its settings and the values that enter it. Close it after the operator has run. */
public final class Call implements AutoCloseable {
    private final Node node;
    private final int opset;
    private final List<@Nullable Value> inputs;
    private final boolean[] overwritable;
    private final ArrayPool pool;
    private final List<INDArray> temporaries = new ArrayList<>(0);

    /**
     * @param inputs by position; null where an optional input is left out
     * @param overwritable whether the array of an input may be written to, as nothing reads it afterwards
     * @param pool where native arrays come from and temporaries go to
     */
    public Call(Node node, int opset, List<@Nullable Value> inputs, boolean[] overwritable, ArrayPool pool) {
        this.node = node;
        this.opset = opset;
        this.inputs = inputs;
        this.overwritable = overwritable;
        this.pool = pool;
    }

    public Attributes attributes() {
        return node.attributes();
    }

    public int opset() {
        return opset;
    }

    public int inputs() {
        return inputs.size();
    }

    /** Number of outputs the node names. */
    public int outputs() {
        return node.outputs().size();
    }

    /** Whether the node names output {@code index}. */
    public boolean wants(int index) {
        return index < outputs() && !node.outputs().get(index).isEmpty();
    }

    public boolean has(int index) {
        return index < inputs.size() && inputs.get(index) != null;
    }

    public Value value(int index) {
        Value value = index < inputs.size() ? inputs.get(index) : null;
        if (value == null) {
            throw failure("lacks its input " + index);
        }
        return value;
    }

    public long[] shape(int index) {
        return value(index).shape();
    }

    public Tensor.Type type(int index) {
        return value(index) instanceof Value.Plain plain ? plain.content().type() : Tensor.Type.FLOAT;
    }

    /** The input's elements on the heap, in ONNX's order; not to be modified. */
    public Tensor tensor(int index) {
        return value(index).tensor();
    }

    /** The input's elements wherever they lie. */
    public Elements elements(int index) {
        return elements(value(index));
    }

    /** A value's elements, whose memory's kind new elements will be of. */
    public Elements elements(Value value) {
        return Elements.of(value, pool);
    }

    /** A native array to write an output to. */
    public INDArray uninitialized(long... shape) {
        return pool.take(shape);
    }

    /** An integer input such as axes or a shape. */
    public long[] integers(int index) {
        return tensor(index).longs();
    }

    /** An input that is one number, such as an axis. @throws RuntimeException in words if it is none or several */
    public long integer(int index) {
        long[] all = integers(index);
        requireOne(index, all.length);
        return all[0];
    }

    /** The same of a real number. */
    public float real(int index) {
        float[] all = tensor(index).floats();
        requireOne(index, all.length);
        return all[0];
    }

    private void requireOne(int index, int count) {
        if (count != 1) {
            throw failure("takes one number as its " + (index + 1) + ". input but gets " + count);
        }
    }

    /** The input in native memory in ONNX's order; a temporary of this call where it lies otherwise. */
    public INDArray array(int index) {
        Value value = value(index);
        if (value instanceof Value.Native array) {
            return array.channelsLast() ? temporary(Layouts.channelsFirst(array.array(), pool)) : array.array();
        }
        return temporary(NativeArrays.of(value.tensor()));
    }

    /** A rank-4 input in native memory as NHWC; a temporary of this call where it lies otherwise. */
    public INDArray channelsLast(int index) {
        return value(index) instanceof Value.Native array && array.channelsLast()
                ? array.array()
                : temporary(Layouts.channelsLast(array(index), pool));
    }

    /** The input as native memory in whatever layout it has. */
    public Value.Native asNative(int index) {
        return value(index) instanceof Value.Native array ? array : new Value.Native(array(index), false);
    }

    /** Whether the memory of a native input may be written to. */
    public boolean overwritable(int index) {
        return overwritable[index] && value(index) instanceof Value.Native;
    }

    /** Where native arrays come from. */
    public ArrayPool pool() {
        return pool;
    }

    /** Has the array, which nothing else may look into, closed or reused after the operator has run. */
    public INDArray temporary(INDArray array) {
        temporaries.add(array);
        return array;
    }

    /** A row-major copy, closed after the operator has run. */
    public INDArray temporaryCopy(INDArray array) {
        return temporary(array.dup('c'));
    }

    /** {@code axis} counted from the start. */
    public int axis(long axis, int rank) {
        long counted = axis < 0 ? axis + rank : axis;
        if (counted < 0 || counted > rank) {
            throw failure("has axis " + axis + " for an input of rank " + rank);
        }
        return (int) counted;
    }

    /** An error that names the node. */
    public IncompatibleShapeException failure(String what) {
        return new IncompatibleShapeException("Node '" + node.name() + "' (" + node.op() + ") " + what
                + ". Check that the images fit the model's input, or export the model again.");
    }

    @Override
    public void close() {
        temporaries.forEach(pool::give);
        temporaries.clear();
    }
}
