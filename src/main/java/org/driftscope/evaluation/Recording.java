package org.driftscope.evaluation;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One array a batch, as long as all of them stay within a limit. Thread-safe. */
final class Recording implements AutoCloseable {
    private final @Nullable INDArray[] batches;
    private final long limitBytes;
    private long bytes;
    private boolean abandoned;

    Recording(int batches, long limitBytes) {
        this.batches = new INDArray[batches];
        this.limitBytes = limitBytes;
    }

    /** Takes over an array; gives everything up once it is clear that all batches together will not fit. */
    synchronized void put(int batch, INDArray array) {
        long size = array.length() * array.dataType().width();
        if (abandoned || size * batches.length > limitBytes || bytes + size > limitBytes) {
            array.close();
            close();
            abandoned = true;
            return;
        }
        batches[batch] = array;
        bytes += size;
    }

    /** The array of a batch, still owned by this. */
    synchronized INDArray get(int batch) {
        INDArray array = batches[batch];
        if (array == null) {
            throw new IllegalStateException("nothing was recorded for batch " + batch);
        }
        return array;
    }

    /** Whether every batch is there. */
    synchronized boolean complete() {
        for (INDArray array : batches) {
            if (array == null) {
                return false;
            }
        }
        return true;
    }

    synchronized long bytes() {
        return bytes;
    }

    @Override
    public synchronized void close() {
        for (int i = 0; i < batches.length; i++) {
            INDArray array = batches[i];
            if (array != null) {
                array.close();
                batches[i] = null;
            }
        }
        bytes = 0;
    }
}
