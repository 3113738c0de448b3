package org.driftscope.network.op.array;

import org.driftscope.network.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A value at run time: a large float array in native memory, or a small tensor of any type on the Java heap. */
public sealed interface Value {
    /** The shape in ONNX's order (NCHW). */
    long[] shape();

    /** The elements in ONNX's order; copied where the value is native. */
    Tensor tensor();

    /**
     * Floats in native memory, contiguous in 'c' order from the start of their buffer.
     *
     * @param array the elements
     * @param channelsLast whether the array, of rank 4, lies as NHWC: what the convolution kernels are fastest on
     */
    record Native(INDArray array, boolean channelsLast) implements Value {
        @Override
        public long[] shape() {
            long[] s = array.shape();
            return channelsLast ? new long[] {s[0], s[3], s[1], s[2]} : s.clone();
        }

        @Override
        public Tensor tensor() {
            Elements source = Elements.of(this);
            Elements target = Elements.plain(Tensor.Type.FLOAT, shape());
            StridedCopy.copy(source, target);
            return target.value().tensor();
        }
    }

    /** A tensor on the heap: integers, booleans, and floats that are few. */
    record Plain(Tensor content) implements Value {
        @Override
        public long[] shape() {
            return content.shape();
        }

        @Override
        public Tensor tensor() {
            return content;
        }
    }

    static Value of(INDArray array) {
        return new Native(array, false);
    }

    static Value of(Tensor tensor) {
        return new Plain(tensor);
    }
}
