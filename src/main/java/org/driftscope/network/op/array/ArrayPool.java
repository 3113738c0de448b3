package org.driftscope.network.op.array;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Native arrays that are done with, kept for the next request of the same shape: memory fresh from the system costs
 * more than a convolution saves. Keeps of each shape no more than were taken, so that results which operators allocate
 * by themselves, and nobody asks for, do not pile up. Holds a bounded number of bytes; the shapes longest unused go
 * first. Thread-safe.
 */
public final class ArrayPool implements AutoCloseable {
    private static final long MOST_BYTES = 192L << 20;

    /** By dimensions, in order of use, the most recent last. */
    private final Map<List<Long>, Shelf> shelves = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;
    private boolean closed;

    /** Arrays of one shape: those that are free, and how many are out. */
    private static final class Shelf {
        private final Deque<INDArray> free = new ArrayDeque<>();
        private long lent;
    }

    /** An array whose elements are yet to be written; the caller owns it. */
    public INDArray take(long... shape) {
        INDArray kept = kept(shape);
        return kept == null ? NativeArrays.uninitialized(shape) : kept;
    }

    private synchronized @Nullable INDArray kept(long[] shape) {
        Shelf shelf = shelves.computeIfAbsent(key(shape), dimensions -> new Shelf());
        shelf.lent++;
        INDArray array = shelf.free.pollLast();
        if (array != null) {
            bytes -= size(array);
        }
        return array;
    }

    private static List<Long> key(long[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    /** Gives an array back, which nothing else may look into; it may be closed now or later. */
    public synchronized void give(INDArray array) {
        Shelf shelf = closed || array.ordering() != 'c' ? null : shelves.get(key(array.shape()));
        if (shelf == null || shelf.lent == 0) {
            array.close();
            return;
        }
        shelf.lent--;
        shelf.free.addLast(array);
        bytes += size(array);
        makeRoom();
    }

    private void makeRoom() {
        var longestUnusedFirst = shelves.values().iterator();
        while (bytes > MOST_BYTES && longestUnusedFirst.hasNext()) {
            Shelf shelf = longestUnusedFirst.next();
            while (bytes > MOST_BYTES && !shelf.free.isEmpty()) {
                INDArray array = shelf.free.removeFirst();
                bytes -= size(array);
                array.close();
            }
        }
    }

    /** Bytes of the arrays that are kept. */
    synchronized long bytes() {
        return bytes;
    }

    private static long size(INDArray array) {
        return array.length() * Float.BYTES;
    }

    @Override
    public synchronized void close() {
        closed = true;
        shelves.values().forEach(shelf -> shelf.free.forEach(INDArray::close));
        shelves.clear();
        bytes = 0;
    }
}
