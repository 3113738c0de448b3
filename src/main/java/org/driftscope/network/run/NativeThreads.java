package org.driftscope.network.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads the native kernels use: one each, as batches run in parallel on Java threads. That way results are
 * bitwise the same for any number of workers, and small operations do not pay for waking others up.
 */
public final class NativeThreads {
    private NativeThreads() {}

    /** Makes the kernels that the current thread starts run on that thread alone. */
    public static void useOneHere() {
        Nd4j.getEnvironment();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads(1);
    }

    /**
     * Daemon workers whose kernels run on one thread each. The caller shuts them down.
     *
     * @param threads how many, at least 1
     * @param name what to call them
     */
    public static ExecutorService workers(int threads, String name) {
        AtomicInteger next = new AtomicInteger(1);
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(
                    () -> {
                        useOneHere();
                        task.run();
                    },
                    name + "-" + next.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }
}
