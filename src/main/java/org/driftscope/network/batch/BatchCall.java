package org.driftscope.network.batch;

import java.util.List;
import org.driftscope.network.Attributes;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.outline.Outline;
import org.jspecify.annotations.Nullable;

/** A node, the shapes around it, and which axes of its inputs are the batch. */
record BatchCall(Node node, int opset, List<@Nullable Outline> inputs, int[] axes, Outline output) {
    Attributes attributes() {
        return node.attributes();
    }

    Outline input(int index) {
        Outline input = index < inputs.size() ? inputs.get(index) : null;
        if (input == null) {
            throw new IllegalArgumentException("no input " + index);
        }
        return input;
    }

    boolean has(int index) {
        return index < inputs.size() && inputs.get(index) != null;
    }

    int rank(int index) {
        return input(index).rank();
    }

    /** The batch axis of input {@code index}. */
    int batch(int index) {
        return index < axes.length ? axes[index] : BatchAxes.NONE;
    }

    /** Whether the first input alone depends on the images. */
    boolean onlyFirst() {
        for (int i = 1; i < axes.length; i++) {
            if (axes[i] != BatchAxes.NONE) {
                return false;
            }
        }
        return batch(0) >= 0;
    }

    /** An attribute that is an axis, counted from the start. */
    int axis(String name, long otherwise, int rank) {
        long axis = attributes().integer(name, otherwise);
        return (int) (axis < 0 ? axis + rank : axis);
    }

    /** Integers that are an attribute before an opset and an optional input from it on; null where not constant. */
    long @Nullable [] setting(String attribute, int input, int inputFrom, long... otherwise) {
        if (opset < inputFrom) {
            return attributes().integers(attribute, otherwise);
        }
        if (!has(input)) {
            return otherwise;
        }
        Tensor content = input(input).content();
        return content == null || content.type() != Tensor.Type.INT ? null : content.longs();
    }

    /** The batch size. */
    long size() {
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] >= 0) {
                return input(i).shape()[axes[i]];
            }
        }
        throw new IllegalStateException("no input depends on the images: " + node);
    }
}
