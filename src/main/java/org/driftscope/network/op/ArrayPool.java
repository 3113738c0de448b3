package org.driftscope.network.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Native arrays that are done with, kept for the next request of the same shape: memory fresh from the system costs
 * more than a convolution saves. Holds a bounded number of bytes; the ones longest unused go first. Thread-safe.
 */
public final class ArrayPool implements AutoCloseable {
    private static final long MOST_BYTES = 192L << 20;

    private final List<INDArray> free = new ArrayList<>();
    private long bytes;
    private boolean closed;

    /** An array whose elements are yet to be written; the caller owns it. */
    public INDArray take(long... shape) {
        INDArray kept = kept(shape);
        return kept == null ? NativeArrays.uninitialized(shape) : kept;
    }

    private synchronized @Nullable INDArray kept(long[] shape) {
        for (int i = free.size() - 1; i >= 0; i--) {
            INDArray candidate = free.get(i);
            if (Arrays.equals(candidate.shape(), shape)) {
                free.remove(i);
                bytes -= size(candidate);
                return candidate;
            }
        }
        return null;
    }

    /** Gives an array back, which nothing else may look into; it may be closed now or later. */
    public synchronized void give(INDArray array) {
        if (closed || array.ordering() != 'c') {
            array.close();
            return;
        }
        free.add(array);
        bytes += size(array);
        while (bytes > MOST_BYTES) {
            drop(free.remove(0));
        }
    }

    private void drop(INDArray array) {
        bytes -= size(array);
        array.close();
    }

    private static long size(INDArray array) {
        return array.length() * Float.BYTES;
    }

    @Override
    public synchronized void close() {
        closed = true;
        free.forEach(INDArray::close);
        free.clear();
        bytes = 0;
    }
}
