package org.driftscope.network.outline;

import java.util.Arrays;
import java.util.List;
import org.driftscope.network.Attributes;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Broadcasting;
import org.jspecify.annotations.Nullable;

/** A node and what is known of the values that enter it. */
final class OutlineCall {
    private final Node node;
    private final int opset;
    private final List<@Nullable Outline> inputs;

    /** @param inputs by position; null where an optional one is left out */
    OutlineCall(Node node, int opset, List<@Nullable Outline> inputs) {
        this.node = node;
        this.opset = opset;
        this.inputs = inputs;
    }

    Attributes attributes() {
        return node.attributes();
    }

    int opset() {
        return opset;
    }

    int inputs() {
        return inputs.size();
    }

    int outputs() {
        return node.outputs().size();
    }

    boolean has(int index) {
        return index < inputs.size() && inputs.get(index) != null;
    }

    Outline input(int index) {
        Outline outline = index < inputs.size() ? inputs.get(index) : null;
        if (outline == null) {
            throw failure("lacks its input " + index);
        }
        return outline;
    }

    long[] shape(int index) {
        return input(index).shape();
    }

    int rank(int index) {
        return input(index).rank();
    }

    Tensor.Type type(int index) {
        return input(index).type();
    }

    /** An input of floats. */
    Outline real(int index) {
        Outline outline = input(index);
        require(outline.isFloat(), "takes floating-point numbers as input " + index + " but gets " + outline);
        return outline;
    }

    /** An input of floats or integers. */
    Outline number(int index) {
        Outline outline = input(index);
        require(outline.type() != Tensor.Type.BOOL, "takes numbers as input " + index + " but gets " + outline);
        return outline;
    }

    Outline flags(int index) {
        Outline outline = input(index);
        require(outline.type() == Tensor.Type.BOOL, "takes true or false as input " + index + " but gets " + outline);
        return outline;
    }

    /** Integers that must be known before anything runs, such as a shape or axes. */
    long[] integers(int index) {
        Outline outline = input(index);
        require(
                outline.type() == Tensor.Type.INT && outline.rank() <= 1,
                "takes a list of integers as input " + index + " but gets " + outline);
        Tensor content = outline.content();
        if (content == null) {
            throw failure("takes its input " + index + " from the images, so its result may have any size");
        }
        return content.longs();
    }

    /** A setting that is an attribute before an opset and an optional input from it on. */
    long[] setting(String attribute, int input, int inputFrom, long... otherwise) {
        if (opset < inputFrom) {
            return attributes().integers(attribute, otherwise);
        }
        return has(input) ? integers(input) : otherwise;
    }

    /** {@code axis} counted from the start, of {@code rank} axes. */
    int axis(long axis, int rank) {
        long counted = axis < 0 ? axis + rank : axis;
        require(counted >= 0 && counted < rank, "has axis " + axis + " for an input of rank " + rank);
        return (int) counted;
    }

    /** Axes counted from the start, all different. */
    int[] axes(long[] given, int rank) {
        int[] axes = new int[given.length];
        boolean[] seen = new boolean[rank];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = axis(given[i], rank);
            require(!seen[axes[i]], "names axis " + given[i] + " twice");
            seen[axes[i]] = true;
        }
        return axes;
    }

    /** The shape that two broadcast to. */
    long[] common(long[] a, long[] b) {
        long[] common = Broadcasting.common(a, b);
        if (common == null) {
            throw failure("joins shapes " + Arrays.toString(a) + " and " + Arrays.toString(b) + ", which do not fit");
        }
        return common;
    }

    /** Requires that a shape broadcasts to another without enlarging it. */
    void requireRepeats(int input, long... target) {
        long[] shape = shape(input);
        require(
                Arrays.equals(common(shape, target), target),
                "spreads its input " + input + " of shape " + Arrays.toString(shape) + " over "
                        + Arrays.toString(target));
    }

    void require(boolean condition, String otherwise) {
        if (!condition) {
            throw failure(otherwise);
        }
    }

    OutlineFailure failure(String what) {
        return new OutlineFailure(node, what);
    }

    /** The single output, like input 0 but of another shape. */
    List<Outline> shaped(long... shape) {
        return List.of(Outline.of(type(0), shape));
    }
}
